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
    from comodit_client.sandbox.transport.in_process import SandboxTransport
    from comodit_client.testing.clock import SandboxClock


#: The longest pause of the clients, in seconds. With that of other clients, half an hour would take 370 polls, not 40.
MAX_INTERVAL = 60.0


class _Options(TypedDict):
    endpoint: str
    username: str
    password: str
    polling: Polling
    transport: SandboxTransport


def _options(sandbox: Sandbox, clock: SandboxClock) -> _Options:
    from comodit_client.rest.options import Polling
    from comodit_client.sandbox.server import PASSWORD, USER

    return {
        "endpoint": sandbox.url,
        "username": USER,
        "password": PASSWORD,
        "polling": Polling(max_interval=MAX_INTERVAL, clock=clock),
        "transport": sandbox.transport(),
    }


@pytest.fixture
def comodit_clock(comodit_sandbox: Sandbox) -> SandboxClock:
    """Return the time of `comodit_sandbox`, for the waits of a client: `Polling(clock=comodit_clock)`."""
    from comodit_client.testing.clock import SandboxClock

    return SandboxClock(comodit_sandbox)


@pytest.fixture
def comodit_client(comodit_sandbox: Sandbox, comodit_clock: SandboxClock) -> Iterator[Client]:
    """Return a blocking client of `comodit_sandbox`, without sockets. Its waits pass the time of the sandbox."""
    from comodit_client.api import Client

    with Client(**_options(comodit_sandbox, comodit_clock)) as client:
        yield client


@pytest.fixture
def comodit_aio_client(comodit_sandbox: Sandbox, comodit_clock: SandboxClock) -> AsyncClient:
    """Return an async client of `comodit_sandbox`, without sockets. Its waits pass the time of the sandbox."""
    from comodit_client.aio import Client

    return Client(**_options(comodit_sandbox, comodit_clock))
