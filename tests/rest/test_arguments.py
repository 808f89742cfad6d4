"""Arguments of a client that contradict each other or are of the wrong type: an error where they are given."""

from __future__ import annotations

import io
import ssl
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import (
    ClientClosed,
    InvalidArgument,
    InvalidEndpoint,
    PythonApiException,
    UnusableFile,
)
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

ROOT = "http://comodit.test/api"
TRANSPORT = httpx.MockTransport(lambda request: httpx.Response(200, json={"items": []}))
#: Arguments that a transport or a pool leaves without effect.
CONNECTING = {
    "verify": [False, "ca.pem", ssl.create_default_context()],
    "cert": ["mine.pem", ("mine.pem", "key.pem")],
    "proxy": ["http://proxy.test:3128"],
}


@pytest.fixture
def make(colour):
    """Make a client with these arguments and no others."""
    return lambda **options: colour.module("client").Client(ROOT, "U", "P", **options)


@pytest.fixture
def pool(colour, run):
    made = (httpx.AsyncClient if colour.is_async else httpx.Client)(transport=TRANSPORT)
    yield made
    run(made.aclose() if colour.is_async else made.close())


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in CONNECTING.items() for value in values])
@pytest.mark.parametrize("own", ["transport", "http_client"])
def test_how_to_connect_is_said_once(make, pool, name, value, own):
    with pytest.raises(InvalidArgument, match=f"Cannot use {name} together with {own}"):
        make(**{name: value, own: TRANSPORT if own == "transport" else pool})


def test_all_arguments_without_effect_are_named(make, pool):
    with pytest.raises(InvalidArgument, match="Cannot use verify, proxy, transport together with http_client"):
        make(verify=False, proxy="http://proxy.test", transport=TRANSPORT, http_client=pool)


def test_what_says_nothing_about_connecting_is_taken(make, pool, run):
    for options in ({"transport": TRANSPORT}, {"http_client": pool}):
        client = make(verify=True, cert=None, proxy=None, **options)
        assert run(client.organizations().list()) == []
        run(client.close())


@pytest.mark.parametrize("value", [5, "transport", object(), httpx, TRANSPORT.handle_request])
@pytest.mark.parametrize("name", ["transport", "http_client"])
def test_a_transport_and_a_pool_are_those_of_httpx(make, name, value):
    with pytest.raises(InvalidArgument, match=f"Cannot use {name} of type .* in this API: give an httpx"):
        make(**{name: value})


def test_a_pool_and_a_transport_belong_to_one_api(make, colour):
    other = httpx.Client() if colour.is_async else httpx.AsyncClient()
    with pytest.raises(InvalidArgument, match=r"Cannot use http_client of type (Async)?Client in this API"):
        make(http_client=other)
    transport = httpx.HTTPTransport() if colour.is_async else httpx.AsyncHTTPTransport()
    with pytest.raises(InvalidArgument, match=r"Cannot use transport of type (Async)?HTTPTransport in this API"):
        make(transport=transport)


def test_a_pool_that_is_closed_is_an_error(make, colour, run, pool):
    run(pool.aclose() if colour.is_async else pool.close())
    with pytest.raises(ClientClosed, match="Cannot create a client: http_client is closed"):
        make(http_client=pool)


@pytest.mark.parametrize("proxy", ["", " ", "proxy.test:3128", "ftp://proxy.test", 5, b"http://proxy.test", True])
def test_a_proxy_is_a_url(make, proxy):
    with pytest.raises(InvalidEndpoint, match="Cannot use the proxy of the argument proxy: "):
        make(proxy=proxy)


#: Options of the wrong type.
OPTIONS = [
    ("retries", [0, 5, True, False, "3", {}, {"attempts": 3}, Timeouts(), Polling(), RetryPolicy]),
    ("polling", [0, 5, 0.5, False, "fast", {}, RetryPolicy(), Polling]),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in OPTIONS for value in values],
    ids=lambda value: repr(value)[:20],
)
def test_options_are_of_their_class(make_client, client, name, value):
    for use in (make_client, client.with_options):
        with pytest.raises(InvalidArgument, match=f"Cannot use {name} of type .*: give a (RetryPolicy|Polling)"):
            use(**{name: value})


@pytest.mark.parametrize("value", ["no", "", None, [], 2])
def test_insecure_upload_is_true_or_false(make_client, value):
    with pytest.raises(InvalidArgument, match="Cannot use insecure_upload"):
        make_client(insecure_upload=value)


@pytest.mark.parametrize("request_", [None, "/organizations", wire.organizations.get, {}])
def test_only_requests_are_sent(client, server, run, request_):
    for call in (lambda: client.run(request_), lambda: client.save(request_, io.BytesIO())):
        with pytest.raises(InvalidArgument, match="Cannot send a value of type "):
            run(call())
    assert server.asked == []


@pytest.mark.parametrize("file", [None, io.StringIO(), b""])
def test_content_is_saved_to_a_path_or_a_binary_file(client, server, run, file):
    with pytest.raises(UnusableFile, match="Cannot write to '"):
        run(client.save(wire.instances.get_file("A", "E", "h", path="/etc/hosts"), file))
    assert server.asked == []


class NoText:
    """An object without text, path or truth."""

    def __repr__(self):
        raise RuntimeError("repr")

    def __bool__(self):
        raise RuntimeError("bool")

    def __fspath__(self):
        return 5


ARGUMENTS = ["endpoint", "username", "password", "token", "insecure_upload", "mfa", "keep_login", "timeout", "retries"]
ARGUMENTS += ["polling", "verify", "cert", "proxy", "transport", "http_client"]
#: Values that someone may give by mistake.
MISTAKES = [None, "", " ", "\x00", "\ud800", "é", "a" * 100_000, b"", b"x", 0, 1, -1, True, False, 0.5, float("nan")]
MISTAKES += [
    float("inf"),
    10**5000,
    1j,
    (),
    (1,),
    ("a", "b"),
    ("a", "b", "c"),
    [],
    ["a"],
    {},
    {"a": 1},
    set(),
    object(),
]
MISTAKES += [NoText(), NoText, len, iter([1]), range(3), Path("/no/where"), ssl.create_default_context(), io.StringIO()]
MISTAKES += [timedelta(5), Decimal(5), Fraction(1, 2), "http://[::1", "http://h:" + "9" * 5000, "..", RetryPolicy()]


@pytest.mark.parametrize("argument", ARGUMENTS)
@pytest.mark.filterwarnings("ignore:Certificates are not checked")
def test_a_mistake_in_an_argument_raises_an_exception_of_the_library_if_any(colour, argument):
    kind = colour.module("client").Client
    rejected = 0
    for value in MISTAKES:
        try:
            kind(**{"endpoint": ROOT, "username": "U", "password": "P", argument: value})
        except PythonApiException as error:
            assert str(error)
            rejected += 1
    assert rejected >= len(MISTAKES) - 12


@pytest.mark.parametrize("size", [0, -1, 1.5, True, "256", None, float("inf")])
def test_the_largest_response_is_a_number_of_bytes(make, size):
    with pytest.raises(InvalidArgument, match="Cannot use max_response_size: give a positive number of bytes"):
        make(max_response_size=size)


@pytest.mark.parametrize("application", [None, 3, b"deploy", "deploy\r\nX-Evil: 1", "déploiement", "a\x00"])
def test_the_application_is_one_line_of_ascii(make, application):
    with pytest.raises(InvalidArgument, match="Cannot use user_agent: give one line of ASCII"):
        make(user_agent=application)
