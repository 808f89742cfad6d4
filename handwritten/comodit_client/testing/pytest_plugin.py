"""The pytest fixtures `comodit_client`, `comodit_aio_client` and `comodit_clock`: clients of the sandbox of a test.

Every pytest run of a user loads this module, so it imports the clients only when a test uses a fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

import pytest

if TYPE_CHECKING:
    from comodit_client.aio import Client as AsyncClient
    from comodit_client.api import Client
    from comodit_client.rest.options import Polling
    from comodit_client.sandbox.server import Sandbox
    from comodit_client.testing.clock import SandboxClock


#: The longest pause of the clients, in seconds. With that of other clients, half an hour would take 370 polls, not 40.
MAX_INTERVAL = 60.0


class _Options(TypedDict):
    username: str
    password: str
    polling: Polling


def _options(clock: SandboxClock) -> _Options:
    from comodit_client.rest.options import Polling
    from comodit_client.sandbox.server import PASSWORD, USER

    return {"username": USER, "password": PASSWORD, "polling": Polling(max_interval=MAX_INTERVAL, clock=clock)}


@pytest.fixture
def comodit_clock(comodit_sandbox: Sandbox) -> SandboxClock:
    """Return the time of `comodit_sandbox`, for the waits of a client: `Polling(clock=comodit_clock)`."""
    from comodit_client.testing.clock import SandboxClock

    return SandboxClock(comodit_sandbox)


@pytest.fixture
def comodit_client(comodit_sandbox: Sandbox, comodit_clock: SandboxClock) -> Iterator[Client]:
    """Return a blocking client of `comodit_sandbox`. Its waits pass the time of the sandbox."""
    from comodit_client.api import Client

    with Client(comodit_sandbox.url, **_options(comodit_clock)) as client:
        yield client


@pytest.fixture
def comodit_aio_client(comodit_sandbox: Sandbox, comodit_clock: SandboxClock) -> AsyncClient:
    """Return an async client of `comodit_sandbox`. Its waits pass the time of the sandbox.

    Each request has a connection of its own, so nothing has to be closed when the event loop of the test ends.
    """
    from httpx import AsyncHTTPTransport, Limits

    from comodit_client.aio import Client
    from comodit_client.rest.tls import shared_context

    transport = AsyncHTTPTransport(verify=shared_context(), limits=Limits(max_keepalive_connections=0))
    return Client(comodit_sandbox.url, transport=transport, **_options(comodit_clock))
