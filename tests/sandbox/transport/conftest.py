"""The same sandbox behind sockets and behind the in-process transport."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from tests.sandbox.conftest import Api

WAYS = ["sockets", "in process"]


@pytest.fixture(params=WAYS)
def client(request, sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Return a new client of the sandbox, by each of the ways."""
    transport = sandbox.transport() if request.param == "in process" else None
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP"), timeout=60, transport=transport) as client:
        yield client


@pytest.fixture
def api(client: httpx.Client, sandbox: Sandbox) -> Api:
    return Api(client, sandbox)


@pytest.fixture
def unstarted() -> Iterator[Sandbox]:
    """Return a sandbox that is never started."""
    sandbox = Sandbox(provision_time=10, change_time=4, clock=ManualClock())
    yield sandbox
    sandbox.close()
