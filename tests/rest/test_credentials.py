"""Who asks: a user name with a password, or an application key, on each request and nowhere else."""

from __future__ import annotations

import base64

import httpx
import pytest

from comodit_client.rest.exceptions import MissingCredentials, PythonApiException, TransportError

ROOT = "http://comodit.test/api"


@pytest.fixture
def headers(server, make_client, run):
    """The headers that a client with certain credentials sends."""

    def ask(*credentials, **options):
        server.on("GET", "/organizations/", {})
        run(make_client(ROOT, *credentials, **options).organizations().list())
        return server.last.headers

    return ask


@pytest.mark.parametrize(
    ("username", "password"),
    [("UUU", "PPP"), ("josé", "pässwörd ✓"), ("u", ""), ("u", "a:b:c"), ("", "")],
)
def test_user_name_and_password_are_sent_in_utf_8(headers, username, password):
    sent = headers(username, password)
    assert base64.b64decode(sent["Authorization"].removeprefix("Basic ")).decode() == f"{username}:{password}"
    assert "X-ComodIT-AppKey" not in sent


def test_a_password_that_is_not_given_is_empty(headers):
    assert headers("u")["Authorization"] == "Basic " + base64.b64encode(b"u:").decode()


@pytest.mark.parametrize("others", [(None, None), ("UUU", "PPP")])
def test_an_application_key_wins_and_no_password_is_sent(headers, others):
    sent = headers(*others, "TTT")
    assert sent["X-ComodIT-AppKey"] == "TTT"
    assert "Authorization" not in sent
    assert "PPP" not in str(sent)


@pytest.mark.parametrize("token", ["", None])
def test_an_empty_application_key_is_none(headers, token):
    assert "X-ComodIT-AppKey" not in headers("UUU", "PPP", token)


@pytest.mark.parametrize("token", ["TTT\n", " TTT\r\n"])
def test_an_application_key_that_was_read_from_a_file_loses_its_line_end(headers, token):
    assert headers(token=token)["X-ComodIT-AppKey"] == "TTT"


@pytest.mark.parametrize("token", ["a\nhush", "\n", "a\x00hush", "hushé"])
def test_an_application_key_that_cannot_be_sent_is_refused_and_not_told(make_client, token):
    with pytest.raises(MissingCredentials) as raised:
        make_client(ROOT, token=token)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize("credentials", [(None,), (None, None), (None, "PPP"), (None, None, ""), (None, None, None)])
def test_without_credentials_no_client_is_made(make_client, credentials):
    with pytest.raises(MissingCredentials, match="user name and a password, or the token"):
        make_client(ROOT, *credentials)


def test_the_key_wins_over_what_the_endpoint_holds(server, make_client, run):
    server.on("GET", "/organizations/", {})
    run(make_client("http://joe:hush@comodit.test/api", token="TTT").organizations().list())
    assert "Authorization" not in server.last.headers


def test_credentials_are_sent_with_every_request(server, make_client, run):
    client = make_client(ROOT, "UUU", "PPP")
    for path in ("/organizations/A", "/organizations/B"):
        server.on("GET", path, {"name": "x"})
        run(client.get_organization(path[-1]))
    assert [request.headers["Authorization"] for request in server.asked] == ["Basic VVVVOlBQUA=="] * 2


def test_credentials_are_not_sent_on_by_a_redirection(server, make_client, run, colour):
    server.on("GET", "/organizations/A", httpx.Response(302, headers={"Location": "http://evil.test/"}))
    transport = httpx.MockTransport(server)
    pool = (httpx.AsyncClient if colour.is_async else httpx.Client)(transport=transport, follow_redirects=True)
    with pytest.raises(PythonApiException):
        run(make_client(ROOT, "UUU", "PPP", http_client=pool).get_organization("A"))
    assert server.lines == ["GET /organizations/A"]
    run(pool.aclose() if colour.is_async else pool.close())


def test_nothing_that_prints_tells_a_secret(make_client, server, run):
    client = make_client(ROOT, "UUU", "hush")
    server.on("GET", "/organizations/A", httpx.ConnectError("no way"))
    with pytest.raises(TransportError) as raised:
        run(client.get_organization("A"))
    told = [repr(client), str(client), repr(client.session), repr(client.organizations()), str(raised.value)]
    assert "hush" not in " ".join(told)


def test_what_old_scripts_give_is_taken(make_client):
    assert make_client(ROOT, "UUU", "PPP", None, True).insecure_upload is True
    assert make_client(ROOT, "UUU", "PPP").insecure_upload is False
