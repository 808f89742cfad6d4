"""Who asks: a user name with a password, or an application key, on each request and nowhere else."""

from __future__ import annotations

import base64
from pathlib import Path

import httpx
import pytest

from comodit_client.rest.exceptions import InvalidArgument, MissingCredentials, PythonApiException, TransportError

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
    [("UUU", "PPP"), ("josé", "pässwörd ✓"), ("u", "a:b:c"), ("U V", " p ")],
)
def test_user_name_and_password_are_sent_in_utf_8(headers, username, password):
    sent = headers(username, password)
    assert base64.b64decode(sent["Authorization"].removeprefix("Basic ")).decode() == f"{username}:{password}"
    assert "X-ComodIT-AppKey" not in sent


@pytest.mark.parametrize("credentials", [("u",), ("u", None), ("u", None, ""), ("u", None, None)])
def test_a_user_name_needs_a_password(make_client, credentials):
    with pytest.raises(MissingCredentials, match="a user name was given without a password"):
        make_client(ROOT, *credentials)


#: Credentials that cannot be sent, and what the message says.
UNUSABLE = [
    (("hush:er", "hush"), "the user name: it contains a colon"),
    (("hush\ner", "hush"), "the user name: it contains a line break"),
    (("hush\x00er", "hush"), "the user name: it contains a line break"),
    (("\ud800", "hush"), "the user name: it contains a line break"),
    ((5, "hush"), "the user name: it is of type int"),
    ((b"hush", "hush"), "the user name: it is of type bytes"),
    (("u", "hush\n"), "the password: it contains a line break"),
    (("u", "hush\x7f"), "the password: it contains a line break"),
    (("u", "hush\udcff"), "the password: it contains a line break"),
    (("u", b"hush"), "the password: it is of type bytes"),
    (("u", 5), "the password: it is of type int"),
    (("u", ["hush"]), "the password: it is of type list"),
    ((None, None, b"hush"), "the token of the application key"),
    ((None, None, 5), "the token of the application key"),
    ((None, None, ["hush"]), "the token of the application key"),
]


@pytest.mark.parametrize(("credentials", "said"), UNUSABLE, ids=[said[:40] for _, said in UNUSABLE])
def test_credentials_that_cannot_be_sent_are_an_error_that_does_not_quote_them(make_client, credentials, said):
    with pytest.raises(MissingCredentials, match=f"Cannot use {said}") as raised:
        make_client(ROOT, *credentials)
    assert isinstance(raised.value, ValueError)
    assert "hush" not in str(raised.value)
    assert raised.value.__context__ is None


@pytest.mark.parametrize("mfa", ["", " ", "12\n34", "é", "111111\n"])
def test_a_code_that_is_none_is_an_error(make_client, mfa):
    with pytest.raises(MissingCredentials, match="Cannot use mfa: it is not a one-time code"):
        make_client(mfa=mfa)


async def code():
    return "111111"


@pytest.mark.parametrize("mfa", [111111, b"111111", ["111111"], True, code])
def test_a_second_factor_of_another_type_is_an_error(make_client, mfa):
    with pytest.raises(InvalidArgument, match="Cannot use mfa of type "):
        make_client(mfa=mfa)


class NoPath:
    def __fspath__(self):
        return 5


@pytest.mark.parametrize("keep_login", ["", " ", 5, b"logins", "a\x00b", None, ["logins"], "\ud800", NoPath()])
def test_a_login_is_kept_in_a_file(make_client, keep_login):
    with pytest.raises(InvalidArgument, match="Cannot use keep_login: "):
        make_client(keep_login=keep_login)


def test_a_name_that_is_too_long_is_found_when_the_login_is_kept(make_client, server, run):
    server.on("GET", "/account/_verify", {"jwtToken": "t"})
    server.on("GET", "/organizations/", {})
    with pytest.warns(UserWarning, match="cannot be kept"):
        run(make_client(mfa="111111", keep_login="a" * 10_000).organizations().list())


def test_a_login_is_not_kept_in_a_folder(make_client, tmp_path):
    with pytest.raises(InvalidArgument, match="it is a folder"):
        make_client(keep_login=tmp_path)


@pytest.mark.parametrize("keep_login", [True, "~/logins", Path("~/logins")])
def test_a_login_cannot_be_kept_in_a_home_that_does_not_exist(make_client, monkeypatch, tmp_path, keep_login):
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    with pytest.raises(InvalidArgument, match="does not have a home folder"):
        make_client(keep_login=keep_login)
    make_client(keep_login=False)
    monkeypatch.setenv("COMODIT_JWT_TOKEN_FILE", str(tmp_path))
    make_client()


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


@pytest.mark.parametrize(
    "credentials",
    [(None,), (None, None), (None, "PPP"), ("", ""), ("", "PPP"), (" ", "PPP"), (None, None, ""), (None, None, None)],
)
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
