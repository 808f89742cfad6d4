"""Whatever a server sends, each kind of call ends with a result or with an exception of ours."""

from __future__ import annotations

import itertools
import re
import warnings

import pytest

from comodit_client.rest.exceptions import IncompleteList, PythonApiException, TransportError
from comodit_client.rest.options import Polling, RetryPolicy
from comodit_client.wire.errors import UNPRINTABLE
from tests.each import each
from tests.malformed.calls import CALLS
from tests.malformed.raw_server import RawServer
from tests.malformed.responses import FRAMES, RESPONSES

PASSWORD = "hush-password"
OPTIONS = {"timeout": 2, "retries": RetryPolicy(attempts=1), "polling": Polling(max_transient_errors=0)}


@pytest.fixture(scope="module")
def raw_server():
    with RawServer() as server:
        yield server


@pytest.fixture
def connect(colour, raw_server, run):
    """Make a client of the raw server."""
    clients = []

    def make(**options):
        clients.append(colour.module("client").Client(raw_server.url, "UUU", PASSWORD, **OPTIONS, **options))
        return clients[-1]

    yield make
    for client in clients:
        run(client.close())


@pytest.fixture
def client(connect):
    return connect()


def end(colour, call, client):
    """Return how a call ends: its result or its exception."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", IncompleteList)
            made = call(client)
            return colour.each(made) if call is CALLS["iterate"] else colour.run(made)
    except PythonApiException as error:
        return error


@pytest.mark.slow
@each("response, kind", itertools.product(RESPONSES, CALLS))
def test_a_call_ends_with_a_result_or_an_exception_of_ours(colour, client, raw_server, response, kind):
    raw_server.content = RESPONSES[response]
    found = end(colour, CALLS[kind], client)
    if isinstance(found, PythonApiException):
        # A response came: it is never called a missing one.
        assert response in FRAMES or not isinstance(found, TransportError), ascii(found)
        assert not re.search(UNPRINTABLE, f"{found} {found!r}"), ascii(found)
        assert PASSWORD not in f"{found} {vars(found)}"


@each("response", RESPONSES)
def test_a_login_ends_with_an_exception_of_ours(colour, connect, raw_server, response):
    raw_server.content = RESPONSES[response]
    found = end(colour, CALLS["get"], connect(mfa=lambda: "123456"))
    assert isinstance(found, PythonApiException)
