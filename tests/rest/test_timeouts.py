"""Every request has finite time-outs: the defaults, the client's, or the call's."""

from __future__ import annotations

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import ConnectError, PythonApiException, RequestTimeout, TransportError
from comodit_client.rest.http import NETWORK_ERRORS
from comodit_client.rest.options import Timeouts


@pytest.fixture(autouse=True)
def no_time_passes(clock):
    """What is left of the total stays as it is."""


def limits(connect, read, total=300.0):
    return {"connect": connect, "read": read, "write": read, "pool": total}


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (None, limits(5.0, 30.0)),
        (2, limits(2, 2)),
        (0.5, limits(0.5, 0.5)),
        (Timeouts(), limits(5.0, 30.0)),
        (Timeouts(connect=1.0), limits(1.0, 30.0)),
        (Timeouts(read=60), limits(5.0, 60)),
        (Timeouts(read=600), limits(5.0, 600, 600)),
        (Timeouts(total=3), limits(3, 3, 3)),
    ],
)
@pytest.mark.parametrize("where", ["client", "call"])
def test_time_outs_are_the_defaults_the_clients_or_the_calls(make_client, server, run, given, seen, where):
    server.on("GET", "/organizations/", {})
    client = make_client(timeout=given) if where == "client" else make_client()
    run(client.run(wire.organizations.list(), None if where == "client" else given))
    assert server.last.timeout == (
        seen | {"pool": given} if where == "call" and isinstance(given, (int, float)) else seen
    )


def test_the_time_out_of_a_call_is_for_that_call_only(make_client, server, run):
    server.on("GET", "/organizations/", {})
    client = make_client(timeout=9)
    run(client.run(wire.organizations.list(), timeout=1))
    run(client.organizations().list())
    assert [request.timeout["read"] for request in server.asked] == [1, 9]


def test_the_time_outs_hold_with_a_pool_of_somebody_else(make_client, server, run, colour):
    server.on("GET", "/organizations/", {})
    kind = httpx.AsyncClient if colour.is_async else httpx.Client
    pool = kind(transport=httpx.MockTransport(server), timeout=None)
    run(make_client(http_client=pool).organizations().list())
    assert server.last.timeout == limits(5.0, 30.0)
    run(pool.aclose() if colour.is_async else pool.close())


def subclasses(kind):
    return {kind, *(found for inner in kind.__subclasses__() for found in subclasses(inner))}


FAULTS = sorted(
    {kind for fault in (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) for kind in subclasses(fault)},
    key=lambda kind: kind.__name__,
)


def fault(kind):
    if kind is httpx.HTTPStatusError:
        return kind("boom", request=httpx.Request("GET", "http://h"), response=httpx.Response(500))
    try:
        return kind("boom")
    except TypeError:
        return kind()


@pytest.mark.parametrize("kind", FAULTS)
def test_no_exception_of_the_http_library_comes_through(client, server, run, kind):
    raised_below = fault(kind)
    server.on("GET", "/organizations/A", raised_below)
    with pytest.raises(TransportError) as raised:
        run(client.get_organization("A"))
    error = raised.value
    assert (type(error) is RequestTimeout) == issubclass(kind, httpx.TimeoutException)
    assert (type(error) is ConnectError) == issubclass(kind, httpx.ConnectError)
    assert isinstance(error, TimeoutError) == issubclass(kind, httpx.TimeoutException)
    assert error.__cause__ is raised_below
    assert error.method == "GET"
    assert error.url == "http://comodit.test/api/organizations/A"
    assert str(error).startswith("GET http://comodit.test/api/organizations/A failed: no ")


def test_a_host_name_that_dns_cannot_take_is_a_fault_of_ours(client, server, run):
    server.on("GET", "/organizations/A", UnicodeError("label too long"))
    with pytest.raises(TransportError, match="label too long"):
        run(client.get_organization("A"))


def test_a_bug_is_not_hidden(client, server, run):
    server.on("GET", "/organizations/A", ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        run(client.get_organization("A"))


def test_credentials_in_the_endpoint_are_not_told_by_a_fault(make_client, server, run):
    server.on("GET", "/organizations/A", httpx.ConnectError("boom"))
    with pytest.raises(TransportError) as raised:
        run(make_client("http://joe:hush@comodit.test/api").get_organization("A"))
    assert "hush" not in str(raised.value) + raised.value.url


def test_a_fault_without_words_is_told_by_its_class(client, server, run):
    server.on("GET", "/organizations/A", httpx.ReadError(""))
    with pytest.raises(TransportError, match="ReadError"):
        run(client.get_organization("A"))


def test_every_fault_is_one_of_ours_to_catch():
    assert all(issubclass(kind, NETWORK_ERRORS) for kind in FAULTS)
    assert issubclass(RequestTimeout, PythonApiException)


@pytest.mark.parametrize(
    ("given", "kind", "seconds"),
    [
        (Timeouts(read=200, long=120), "long", 200),
        (Timeouts(read=100, long=120), "long", 120),
        (Timeouts(read=2, short=10), "short", 2),
        (Timeouts(read=30, short=10), "short", 10),
        (Timeouts(read=7, short=1, long=99), "normal", 7),
    ],
)
def test_long_is_never_below_read_and_short_never_above(given, kind, seconds):
    assert given.of(kind) == seconds
