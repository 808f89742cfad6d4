"""An answer that is a refusal becomes an exception that tells what the server said."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ApiException,
    BadRequest,
    Conflict,
    EntityNotFoundException,
    Forbidden,
    InvalidResponse,
    PythonApiException,
    ServerError,
    TooManyRequests,
    Unauthorized,
)
from comodit_client.rest.responses import EXCERPT

PATH = "/organizations/Acme"
NESTED = b'{"error": ' + b"[" * 100_000


@pytest.fixture
def refused(server, client, run):
    """Get the exception that an answer becomes."""

    def ask(answer):
        server.on("GET", PATH, answer)
        with pytest.raises(ApiException) as raised:
            run(client.get_organization("Acme"))
        return raised.value

    return ask


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (400, BadRequest),
        (401, Unauthorized),
        (403, Forbidden),
        (404, EntityNotFoundException),
        (409, Conflict),
        (410, ApiException),
        (418, ApiException),
        (429, TooManyRequests),
        (500, ServerError),
        (503, ServerError),
        (599, ServerError),
    ],
)
def test_the_status_alone_decides_the_class(refused, code, kind):
    error = refused((code, {"error": ["no"]}))
    assert type(error) is kind
    assert error.code == code
    assert error.method == "GET"
    assert error.url == "http://comodit.test/api/organizations/Acme"


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        (b'{"error": ["one", "two"]}', ["one", "two"]),
        (b'{"error": "boom"}', ["boom"]),
        (b'{"error": {"message": "boom"}}', ['{"message": "boom"}']),
        (b'{"error": ["one", null, "", "two"]}', ["one", "two"]),
        (b'{"error": [{"field": "name"}, 5]}', ['{"field": "name"}', "5"]),
        (b'{"error": []}', []),
        (b'{"error": null}', []),
        (b'{"message": "other"}', []),
        (b'["one"]', []),
        (b"null", []),
        (b"plain text", []),
        (b"", []),
        (b"\xff\xfe\xfa", []),
        (b"<html><h1>Bad gateway</h1></html>", []),
        (NESTED, []),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_the_messages_are_found_in_whatever_body(refused, body, errors):
    error = refused(httpx.Response(409, content=body))
    assert type(error) is Conflict
    assert error.errors == errors
    assert error.message
    if errors:
        assert error.message == ", ".join(errors)
        assert all(message in str(error) for message in errors)


def test_text_is_the_message_where_there_is_no_list(refused):
    assert refused(httpx.Response(502, content=b"  bad gateway\n")).message == "bad gateway"


def test_the_reason_stands_for_an_empty_body(refused):
    assert refused(httpx.Response(503)).message == "Service Unavailable"
    assert refused(httpx.Response(499)).message == "no reason was given"


def test_bytes_that_are_no_text_do_not_hurt(refused):
    assert "boom" in refused(httpx.Response(500, content=b"\xffboom\xff")).message


def test_what_is_quoted_of_a_body_is_bounded(refused):
    error = refused(httpx.Response(500, content=b"<p>" + b"x" * 100_000))
    assert len(error.body) == len(error.message) == EXCERPT
    assert len(str(error)) < 2 * EXCERPT


def test_the_id_of_the_request_is_kept(refused):
    assert refused(httpx.Response(500, headers={"X-Request-Id": "4711"})).request_id == "4711"
    assert refused(httpx.Response(500)).request_id is None


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirection_is_not_followed_and_told(refused, server, code):
    error = refused(httpx.Response(code, headers={"Location": "http://evil.test/api?next=http://u:p@h/"}))
    assert type(error) is ApiException
    assert error.code == code
    assert "http://evil.test/api" not in [str(request) for request in server.asked]
    assert len(server.asked) == 1
    assert "the server redirects to http" in str(error)
    assert "u:p@" not in str(error)


def test_a_redirection_to_nowhere_is_told_by_its_reason(refused):
    assert refused(httpx.Response(302)).message == "Found"


@pytest.mark.parametrize("target", ["http://[::1", "http://h:port/", "http://xn--/"])
def test_a_redirection_that_is_no_url_is_a_fault_of_ours(client, server, run, target):
    server.on("GET", PATH, httpx.Response(302, headers={"Location": target}))
    with pytest.raises(PythonApiException):
        run(client.get_organization("Acme"))


def test_credentials_in_the_endpoint_are_not_told(make_client, server, run):
    client = make_client("http://joe:hush@comodit.test/api")
    server.on("GET", PATH, (500, {"error": ["no"]}))
    with pytest.raises(ServerError) as raised:
        run(client.get_organization("Acme"))
    told = f"{raised.value} {raised.value.url} {client!r}"
    assert "hush" not in told
    assert "joe" not in told
    assert "http://comodit.test/api" in told


def test_a_query_is_told_with_the_url(client, server, run):
    server.on("GET", PATH, (400, {"error": ["no"]}))
    with pytest.raises(BadRequest) as raised:
        run(client.organizations().get("Acme", {"max": 5}))
    assert raised.value.url == "http://comodit.test/api/organizations/Acme?max=5"


def test_an_answer_that_cannot_be_unpacked_is_a_fault_of_ours(client, server, run):
    packed = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"not gzip"))
    server.on("GET", PATH, packed)
    with pytest.raises(InvalidResponse, match="the compressed response is damaged") as raised:
        run(client.get_organization("Acme"))
    assert raised.value.code == 200
    assert len(server.asked) == 1
