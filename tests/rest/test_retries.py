"""Which requests are sent again, how often, and after what pauses."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest import retries
from comodit_client.rest.exceptions import ApiException, ServerError, TooManyRequests, TransportError
from comodit_client.rest.http import DeadlineExceeded
from comodit_client.rest.options import RetryPolicy
from comodit_client.wire.request import Request, identity

HOST = ("A", "E", "h")
READ = wire.hosts.get(*HOST)
REQUESTS = {
    "get": (READ, 3),
    "list": (wire.hosts.list("A", "E"), 3),
    "update": (wire.hosts.update(*HOST, {"name": "h"}), 3),
    "update that names nothing": (wire.hosts.update(*HOST, {}), 3),
    "rename": (wire.hosts.update(*HOST, {"name": "other"}), 1),
    "rename of a key": (wire.organization_settings.update("A", "k", {"key": "other"}), 1),
    "delete": (wire.hosts.delete(*HOST), 3),
    "create": (wire.hosts.create("A", "E", {"name": "h"}), 1),
    "provision": (wire.instances.create(*HOST, {}), 1),
    "start": (wire.instances.start(*HOST), 1),
    "clone": (wire.hosts.clone(*HOST), 1),
}
LOST = [httpx.ReadError, httpx.ReadTimeout, httpx.WriteError, httpx.RemoteProtocolError, httpx.ProxyError]
NEVER_MADE = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout]
HOPELESS = [httpx.UnsupportedProtocol, httpx.LocalProtocolError, DeadlineExceeded, httpx.InvalidURL, UnicodeError]
NAMES = list(REQUESTS)


@pytest.fixture
def times(make_client, server, run):
    """How often a request is sent, given what becomes of it each time, and the exception in the end."""

    def times(name, outcome, **options):
        request = REQUESTS[name][0]
        server.on(request.method, request.path, outcome)
        with pytest.raises((TransportError, ApiException)) as raised:
            run(make_client(**options).run(request))
        assert raised.value.attempts == len(server.asked)
        assert (f"[after {len(server.asked)} attempts]" in str(raised.value)) == (len(server.asked) > 1)
        return len(server.asked)

    return times


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", LOST)
def test_what_may_have_been_done_is_repeated_only_if_that_does_no_more(times, name, kind):
    assert times(name, kind("boom")) == REQUESTS[name][1]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", NEVER_MADE)
def test_all_is_repeated_where_the_connection_was_never_made(times, name, kind):
    assert times(name, kind("boom")) == 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_an_answer_that_may_pass_is_asked_for_again(times, name, status):
    assert times(name, (status, {})) == REQUESTS[name][1]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 500, 501, 520, 301])
def test_other_answers_stand(times, status):
    assert times("get", (status, {})) == 1


@pytest.mark.parametrize("name", ["get", "create"])
@pytest.mark.parametrize("kind", HOPELESS)
def test_what_will_not_get_better_is_not_repeated(times, name, kind):
    assert times(name, kind("boom")) == 1


def test_a_certificate_that_is_refused_is_not_asked_for_again(times):
    fault = httpx.ConnectError("no")
    fault.__cause__ = ssl.SSLCertVerificationError("self-signed")
    assert times("get", fault) == 1


@pytest.mark.parametrize("attempts", [1, 2, 5])
def test_the_policy_says_how_often(times, pauses, attempts):
    assert times("get", (503, {}), retries=RetryPolicy(attempts=attempts)) == attempts
    assert pauses == [0.5, 1.0, 2.0, 4.0][: attempts - 1]


def test_the_policy_says_which_answers(times):
    assert times("get", (500, {}), retries=RetryPolicy(statuses=frozenset({500}))) == 3
    with pytest.raises(AttributeError):
        RetryPolicy().attempts = 9


def test_pauses_are_random_up_to_a_bound_that_doubles_to_the_cap(times, pauses):
    times("get", (503, {}), retries=RetryPolicy(attempts=6, base=1, cap=5))
    assert pauses == [1, 2, 4, 5, 5]


def test_a_pause_is_anything_between_nothing_and_the_bound():
    found = [retries.after_error(RetryPolicy(base=8), READ, 1, httpx.ReadError("")) for _ in range(200)]
    assert 0 <= min(found) < 2 < 6 < max(found) <= 8


@pytest.mark.parametrize(
    ("asked", "slept"),
    [("7", 7), ("0", 0), ("999", 30), (" 2 ", 2), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)],
)
def test_the_server_says_how_long_up_to_the_cap(make_client, server, run, clock, asked, slept):
    server.on("GET", READ.path, httpx.Response(429, headers={"Retry-After": asked}), {"name": "h"})
    assert run(make_client().run(READ)).name == "h"
    assert clock.slept == [slept]


def test_the_server_may_say_when(make_client, server, run, clock):
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    server.on("GET", READ.path, httpx.Response(503, headers={"Retry-After": when}), {"name": "h"})
    run(make_client().run(READ))
    assert 10 < clock.slept[0] <= 20


@pytest.mark.parametrize("nonsense", ["soon", "-3", "1.5", "²", "", "Wed, 99 Oct 2015 07:28:00 GMT", "9" * 400])
def test_nonsense_of_the_server_is_passed_over(make_client, server, run, clock, nonsense):
    headers = {"Retry-After": nonsense.encode()}
    server.on("GET", READ.path, httpx.Response(503, headers=headers), {"name": "h"})
    assert run(make_client().run(READ)).name == "h"
    assert len(clock.slept) == 1
    assert 0 <= clock.slept[0] <= 30


def test_what_comes_right_in_the_end_is_right(make_client, server, run):
    server.on("GET", READ.path, httpx.ReadError("boom"), (503, {}), {"name": "h"})
    assert run(make_client().run(READ)).name == "h"
    assert len(server.asked) == 3


def test_the_last_failure_is_told(make_client, server, run):
    server.on("GET", READ.path, httpx.ReadError("boom"), (503, {}), (429, {"error": ["slow down"]}))
    with pytest.raises(TooManyRequests, match=r"slow down.*3 attempts"):
        run(make_client().run(READ))


def test_a_pool_of_somebody_else_is_asked_again_as_well(make_client, server, run, colour):
    server.on("GET", READ.path, (503, {}))
    server.on("POST", "/organizations/A/environments/E/hosts/", (503, {}))
    pool = (httpx.AsyncClient if colour.is_async else httpx.Client)(transport=httpx.MockTransport(server))
    client = make_client(http_client=pool)
    for name, expected in (("get", 3), ("create", 1)):
        server.forget()
        with pytest.raises(ServerError):
            run(client.run(REQUESTS[name][0]))
        assert len(server.asked) == expected
    run(pool.aclose() if colour.is_async else pool.close())


def test_other_options_share_the_pool_and_leave_the_client_as_it_was(make_client, server, run):
    server.on("GET", READ.path, (503, {}))
    client = make_client()
    other = client.with_options(retries=RetryPolicy(attempts=1), timeout=7)
    assert other.session.connections is client.session.connections
    for asking, count, seconds in ((other, 1, 7), (client, 3, 30.0)):
        server.forget()
        with pytest.raises(ServerError):
            run(asking.run(READ))
        assert [request.timeout["read"] for request in server.asked] == [seconds] * count
    assert client.with_options().session == client.session


def test_an_update_that_sends_a_list_is_sent_again(make_client, server, run):
    request = Request("things.update", "PUT", "/things/a", "nothing", identity, body=["a", "b"])
    server.on("PUT", request.path, (503, {}), (200, {}))
    run(make_client().run(request))
    assert len(server.asked) == 2
