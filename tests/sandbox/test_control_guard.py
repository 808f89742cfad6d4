"""Control commands are for this machine: not for web pages, and with a token only for those who know it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import Sandbox

READS = ("stats", "executions", "faults")
JSON = {"Content-Type": "application/json"}


def status(sandbox: Sandbox, command: str, method: str = "POST", **headers: str) -> int:
    """Send a command with other headers; return the status code."""
    content = b"{}" if method == "POST" else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = {**(JSON if content else {}), **named}
    return httpx.request(method, f"{sandbox.base_url}/sandbox/{command}", content=content, headers=sent).status_code


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "localhost:1", "[::1]:65535"])
def test_names_of_this_machine(sandbox: Sandbox, host: str) -> None:
    assert status(sandbox, "reset", Host=host) == 200
    assert [status(sandbox, command, "GET", Host=host) for command in READS] == [200] * 3


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:80",
        "localhost@evil.example",
        "192.0.2.1",
        "[::2]",
        "localhost:x",
        "localhost:",
        "[::1",
        "",
    ],
)
def test_other_names(api, sandbox: Sandbox, host: str) -> None:
    api("POST", "/organizations/", {"name": "Kept"})
    assert status(sandbox, "reset", Host=host) == 403
    assert status(sandbox, "faults", "DELETE", Host=host) == 403
    assert [status(sandbox, command, "GET", Host=host) for command in READS] == [403] * 3
    assert api("GET", "/organizations/Kept")["name"] == "Kept"


def raw(sandbox: Sandbox, text: str) -> bytes:
    with socket.create_connection(("127.0.0.1", sandbox.port)) as connection:
        connection.sendall(text.replace("\n", "\r\n").encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_a_request_without_a_host(sandbox: Sandbox) -> None:
    assert b" 403 " in raw(sandbox, "GET /sandbox/stats HTTP/1.0\n\n").partition(b"\r\n")[0]


@pytest.mark.parametrize("origin", ["null", "http://evil.example", "https://localhost", "http://localhost:3000", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_pages_of_other_origins(sandbox: Sandbox, origin: str, method: str) -> None:
    assert status(sandbox, "faults", method, Origin=origin) == 403


def test_pages_of_the_sandbox_itself(sandbox: Sandbox) -> None:
    assert status(sandbox, "reset", Origin=sandbox.base_url) == 200
    assert status(sandbox, "stats", "GET", Sec_Fetch_Site="none") == 200
    assert status(sandbox, "stats", "GET", Sec_Fetch_Site="cross-site") == 403
    assert status(sandbox, "stats", "GET", Sec_Fetch_Site="same-site") == 403


@pytest.mark.parametrize(
    "media_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain;application/json",
        "application/jsonp",
        "",
    ],
)
def test_forms_are_not_accepted(sandbox: Sandbox, media_type: str) -> None:
    for command in ("reset", "faults", "user", "nope"):
        assert status(sandbox, command, Content_Type=media_type) == 415


def test_json_with_a_parameter(sandbox: Sandbox) -> None:
    assert status(sandbox, "reset", Content_Type="Application/JSON; charset=utf-8") == 200


def test_a_body_without_a_type(sandbox: Sandbox) -> None:
    assert httpx.post(f"{sandbox.base_url}/sandbox/reset").status_code == 415


@pytest.mark.parametrize(
    ("command", "methods"),
    [("stats", ["GET"]), ("executions", ["GET"]), ("faults", ["GET", "POST", "DELETE"]), ("reset", ["POST"])],
)
def test_methods(sandbox: Sandbox, command: str, methods: list[str]) -> None:
    for method in {"GET", "POST", "PUT", "DELETE", "PATCH"} - set(methods):
        assert status(sandbox, command, method) == 405


@pytest.fixture(scope="module")
def guarded() -> Iterator[Sandbox]:
    with Sandbox(control_token="t0ken", control_hosts=["Sandbox", "2001:db8::1"]) as sandbox:
        yield sandbox


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer wrong", "Basic t0ken", "t0ken", "Bearer t0ken2", "Bearer ü"]
)
def test_a_token_is_required(guarded: Sandbox, authorization: str) -> None:
    for command, method in [("reset", "POST"), ("faults", "DELETE"), *((command, "GET") for command in READS)]:
        url, headers = f"{guarded.base_url}/sandbox/{command}", {**JSON, "Authorization": authorization.encode()}
        response = httpx.request(method, url, content=b"{}" if method == "POST" else None, headers=headers)
        assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_is_accepted(guarded: Sandbox) -> None:
    assert status(guarded, "reset", Authorization="Bearer t0ken") == 200
    assert status(guarded, "stats", "GET", Authorization="bearer t0ken", Host="sandbox:8000") == 200
    assert status(guarded, "stats", "GET", Authorization="Bearer t0ken", Host="[2001:db8::1]") == 200
    assert status(guarded, "stats", "GET", Authorization="Bearer t0ken", Host="other") == 403


def test_the_methods_of_a_sandbox_need_no_token(guarded: Sandbox) -> None:
    guarded.add_user("ann", "p")
    guarded.reset()
    assert guarded.stats()["total"] == 0


def test_the_api_needs_no_control_token(guarded: Sandbox) -> None:
    assert httpx.get(f"{guarded.url}/flavors/", auth=("UUU", "PPP"), headers={"Host": "x"}).status_code == 200
