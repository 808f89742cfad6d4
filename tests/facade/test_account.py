"""`ping` and `whoami` check the endpoint and the credentials of a client."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ConnectError,
    EntityNotFoundException,
    Forbidden,
    RequestTimeout,
    Unauthorized,
    UnsupportedOperation,
)
from comodit_client.sandbox import Sandbox


@pytest.fixture
def sandbox():
    with Sandbox(user="UUU", password="PPP", token="TTT") as running:
        yield running


def requests(sandbox):
    """The number of requests so far."""
    return httpx.get(f"{sandbox.base_url}/sandbox/stats").json()["total"]


@pytest.fixture
def connect(make_client, sandbox):
    def connect(*credentials, endpoint=sandbox.url, **options):
        return make_client(endpoint, *credentials, transport=None, **options)

    return connect


@pytest.mark.parametrize("options", [{"username": "UUU", "password": "PPP"}, {"token": "TTT"}])
def test_a_ping_sends_one_request_and_returns_its_duration(sandbox, connect, run, options):
    client = connect(**options)
    run(client.ping())
    before = requests(sandbox)
    seconds = run(client.ping(timeout=30))
    assert requests(sandbox) == before + 1
    assert isinstance(seconds, float)
    assert seconds > 0  # so that it is true


@pytest.mark.parametrize("call", ["ping", "whoami"])
@pytest.mark.parametrize(
    ("change", "kind", "hint"),
    [
        (lambda url: {"endpoint": url, "password": "hush"}, Unauthorized, "check the user name and password"),
        (lambda url: {"endpoint": url.removesuffix("/api")}, EntityNotFoundException, r"did you mean http://.*/api\?"),
        (lambda url: {"endpoint": url.replace("http:", "https:")}, ConnectError, r"did you mean http://.*/api\?"),
    ],
    ids=["password", "root", "scheme"],
)
def test_a_mistake_is_found_with_its_hint(sandbox, connect, run, call, change, kind, hint):
    client = connect(**{"username": "UUU", "password": "PPP"} | change(sandbox.url))
    with pytest.raises(kind, match=hint) as raised:
        run(getattr(client, call)())
    assert "hush" not in str(raised.value)


def test_a_wrong_key_is_found_by_a_ping(connect, run):
    with pytest.raises(Unauthorized, match="check the token of the application key"):
        run(connect(token="other").ping())


def test_a_ping_ends_in_time(client, server, run):
    server.on("GET", "/organizations/", httpx.ReadTimeout("late"))
    with pytest.raises(RequestTimeout):
        run(client.ping(timeout=0.01))


def test_the_user_of_a_client_is_a_user(connect, run):
    client = connect("UUU", "PPP")
    user = run(client.whoami())
    assert (user.username, user.collection) == ("UUU", client.users())
    assert type(user) is type(run(client.get_user("UUU")))


def test_a_user_without_rights_gets_itself(connect, run):
    run(connect("UUU", "PPP").users().create("joe", "joe@example.com", "hush"))
    assert run(connect("joe", "hush").whoami()).email == "joe@example.com"


def test_a_key_does_not_say_whose_it_is(sandbox, connect, run):
    client = connect("UUU", "PPP", "TTT")
    before = requests(sandbox)
    with pytest.raises(UnsupportedOperation, match=r"Use ping\(\) to check the key"):
        run(client.whoami())
    assert requests(sandbox) == before


def test_the_access_key_of_an_application_key_is_not_a_user(sandbox, connect, run):
    client = connect("UUU", "PPP")
    key = run(client.application_keys("OOO").create("k", method="BASIC_AUTH"))
    by_key = connect(key.access_key, key.secret_key)
    assert run(by_key.ping()) > 0
    with pytest.raises((EntityNotFoundException, Forbidden)):
        run(by_key.whoami())
