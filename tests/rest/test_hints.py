"""Mistakes in the endpoint and the credentials get a hint that says what to change."""

from __future__ import annotations

import socket
import struct
import threading

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ApiException,
    BadRequest,
    ConnectError,
    EntityNotFoundException,
    Forbidden,
    InvalidEndpoint,
    InvalidResponse,
    MissingCredentials,
    ServerError,
    TransportError,
    Unauthorized,
)
from comodit_client.sandbox import Sandbox

PAGE = "<html><h1>Not here</h1></html>"
NAMES = "check the names"
ROOT = "check that the endpoint is the root of ComodIT's API"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(user="UUU", password="PPP", token="TTT") as running:
        yield running


@pytest.fixture
def fails(colour, run):
    """Return the exception of a request that fails, of a client with certain arguments."""

    def ask(kind, endpoint, *credentials, call=lambda client: client.organizations().list(), **options):
        client = colour.module("client").Client(endpoint, *(credentials or ("UUU", "PPP")), **options)
        try:
            with pytest.raises(kind) as raised:
                run(call(client))
        finally:
            run(client.close())
        return raised.value

    return ask


@pytest.mark.parametrize("path", ["", "/", "/ap", "/API", "/api/api", "/api/v2", "/api/organizations", "/apis/x"])
@pytest.mark.parametrize("call", ["list", "get"])
def test_a_wrong_api_root_is_named_with_the_usual_one(sandbox, fails, path, call):
    calls = {"list": lambda c: c.organizations().list(), "get": lambda c: c.get_host("O", "E", "H")}
    error = fails(EntityNotFoundException, sandbox.base_url + path, call=calls[call])
    if path != "/api/api" or call == "list":  # the root looks right, and the host may not exist
        assert f"{ROOT}; did you mean {sandbox.url}?" in error.hint
    assert (NAMES in error.hint) == (call == "get")
    assert str(error).endswith(f"({error.hint})")


def test_a_missing_entity_at_a_good_root_is_no_mistake_of_the_endpoint(sandbox, fails):
    error = fails(EntityNotFoundException, sandbox.url, call=lambda c: c.get_organization("Nobody"))
    assert error.hint == "check the names, and that this user may see the entity"


#: A response, the class of its exception, and whether the hint is about the endpoint.
FOREIGN = [
    (httpx.Response(404, html=PAGE), EntityNotFoundException, True),
    (httpx.Response(404, text="404 page not found"), EntityNotFoundException, True),
    (httpx.Response(405, html=PAGE), ApiException, True),
    (httpx.Response(410, html=PAGE), ApiException, True),
    (httpx.Response(403, html=PAGE), Forbidden, True),
    (httpx.Response(200, html=PAGE), InvalidResponse, True),
    (httpx.Response(200, json=["else"]), InvalidResponse, True),
    (httpx.Response(404, json={"error": ["There is no A"]}), EntityNotFoundException, False),
    (httpx.Response(404), EntityNotFoundException, False),
    (httpx.Response(403, json={"error": ["No"]}), Forbidden, False),
    (httpx.Response(400, html=PAGE), BadRequest, False),
    (httpx.Response(400, json={"error": ["Give an HTTPS URL"]}), BadRequest, False),
    (httpx.Response(502, html=PAGE), ServerError, False),
]


@pytest.mark.parametrize(("response", "kind", "is_about_root"), FOREIGN)
def test_a_response_of_another_server_is_recognized(make_client, server, run, response, kind, is_about_root):
    server.on("GET", "/organizations/A", response)
    with pytest.raises(kind) as raised:
        run(make_client().get_organization("A"))
    assert (ROOT in str(raised.value)) == is_about_root
    assert "TLS" not in str(raised.value)
    assert "did you mean" not in str(raised.value)  # it is the usual root already


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("https://comodit.test/api/organizations/A", "did you mean https://comodit.test/api?"),
        ("https://other.test/comodit/api/organizations/A", "did you mean https://other.test/comodit/api?"),
        ("https://joe:hush@other.test/api/organizations/A", "did you mean https://other.test/api?"),
        ("https://comodit.test/login", "check the endpoint"),
    ],
)
def test_a_redirect_to_another_origin_names_the_root_there(client, server, run, target, hint):
    server.on("GET", "/organizations/A", httpx.Response(301, headers={"Location": target}))
    with pytest.raises(ApiException, match="does not receive the credentials") as raised:
        run(client.get_organization("A"))
    assert str(raised.value).endswith(hint)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (
            {"username": "UUU", "password": "hush-a"},
            "check the user name and password; an account with a second factor",
        ),
        ({"token": "hush-b"}, "check the token of the application key"),
    ],
)
def test_wrong_credentials_are_named_by_their_kind(sandbox, make_client, run, options, hint):
    client = make_client(sandbox.url, **options, transport=None)
    with pytest.raises(Unauthorized) as raised:
        run(client.organizations().list())
    assert raised.value.hint.startswith(hint)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    ("credentials", "problem"),
    [
        (("joe",), "a user name was given without a password"),
        (("joe", None), "a user name was given without a password"),
        (("joe", ""), "a user name was given with an empty password"),
        (("joe", "", ""), "a user name was given with an empty password"),
        ((None, "hush"), "a password was given without a user name"),
        (("", "hush"), "a password was given without a user name"),
        ((), "credentials are missing"),
    ],
)
def test_half_of_the_credentials_is_not_enough(colour, credentials, problem):
    with pytest.raises(MissingCredentials, match=f"Cannot create a client: {problem}. Give ") as raised:
        colour.module("client").Client("http://comodit.test/api", *credentials)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    ("endpoint", "meant"),
    [
        ("comodit.test/api", "https://comodit.test/api"),
        ("comodit.test:8443/api/", "https://comodit.test:8443/api"),
        ("//comodit.test/api", "https://comodit.test/api"),
        ("https:/comodit.test/api", "https://comodit.test/api"),
        ("https//comodit.test/api", "https://comodit.test/api"),
        ("https:comodit.test/api", "https://comodit.test/api"),
        ("joe:hush@comodit.test/api", "https://comodit.test/api"),
        ("ftp://comodit.test/api", None),
        ("htps://comodit.test/api", None),
        ("http://comodit.test/api?x=hush", None),
        ("/api", None),
        ("", None),
    ],
)
def test_an_endpoint_without_a_scheme_is_completed(make_client, endpoint, meant):
    with pytest.raises(InvalidEndpoint) as raised:
        make_client(endpoint)
    said = str(raised.value)
    assert said.endswith(f"Did you mean {meant}?" if meant else "Give a URL such as https://my.comodit.com/api.")
    assert "joe" not in said


class Peer:
    """Sends certain bytes to whoever connects, or resets the connection, and counts the connections."""

    def __init__(self, reply: bytes | None) -> None:
        self.reply = reply
        self.connections = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        while True:
            connection, _ = self.socket.accept()
            with connection:
                received = connection.recv(65536)
                if received == b"end":
                    return
                self.connections += 1
                if self.reply is None:  # close with a reset
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                else:
                    connection.sendall(self.reply)

    def close(self) -> None:
        with socket.create_connection(self.socket.getsockname()) as last:
            last.sendall(b"end")
        self.thread.join()
        self.socket.close()


@pytest.fixture
def peer():
    started = []

    def start(reply):
        started.append(Peer(reply))
        return started[-1]

    yield start
    for one in started:
        one.close()


PLAIN = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@pytest.mark.usefixtures("pauses")
@pytest.mark.parametrize("reply", [PLAIN, b"SSH-2.0-OpenSSH_9.6\r\n", b"220 mail.test ESMTP\r\n"])
def test_https_on_a_port_without_tls_is_found_at_the_first_attempt(peer, fails, reply):
    server = peer(reply)
    error = fails(ConnectError, f"https://{server.address}/api", "UUU", "hush")
    assert f"does not use TLS on this port; did you mean http://{server.address}/api?" in str(error)
    assert (error.attempts, server.connections) == (1, 1)
    assert "hush" not in str(error)


def test_https_to_the_sandbox_is_found(sandbox, fails):
    error = fails(ConnectError, sandbox.url.replace("http:", "https:"))
    assert f"did you mean {sandbox.url}?" in str(error)


@pytest.mark.usefixtures("pauses")
@pytest.mark.parametrize("reply", [b"", None], ids=["closed", "reset"])
@pytest.mark.parametrize(("scheme", "other"), [("http", "https"), ("https", "http")])
def test_a_connection_that_ends_at_once_may_need_the_other_scheme(peer, fails, reply, scheme, other):
    server = peer(reply)
    error = fails(TransportError, f"{scheme}://{server.address}/api")
    assert f"on this port, use {other}://{server.address}/api" in str(error)
    assert "Error)" not in str(error)  # the system's reason, in both APIs
    assert (error.attempts, server.connections) == (3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>The plain HTTP request was sent to HTTPS port</body></html>",
        "Client sent an HTTP request to an HTTPS server.\n",
        "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
        "Bad Request\nThis combination of host and port requires TLS.\n",
    ],
)
def test_http_on_a_port_for_tls_is_recognized_by_the_text(peer, fails, text):
    body = text.encode()
    head = f"HTTP/1.1 400 Bad Request\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    server = peer(head.encode() + body)
    error = fails(BadRequest, f"http://{server.address}/api")
    assert error.hint == f"the server expects TLS on this port; did you mean https://{server.address}/api?"


@pytest.mark.usefixtures("pauses")
def test_http_on_a_port_for_tls_is_recognized_by_an_alert(peer, fails):
    server = peer(b"\x15\x03\x01\x00\x02\x02\x46")
    error = fails(TransportError, f"http://{server.address}/api")
    assert f"if the server expects TLS on this port, use https://{server.address}/api" in str(error)
