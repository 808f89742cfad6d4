"""Fixtures of the tests of fleets: a sandbox with hosts, a client that does not pause, and counts of requests."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from threading import Lock
from types import ModuleType
from typing import Any

import httpx
import pytest

from comodit_client.rest.options import Polling, RetryPolicy
from comodit_client.sandbox import Sandbox
from tests.conftest import Colour, Server

FAST = Polling(initial_interval=0.01, multiplier=1, max_interval=0.01)
#: More attempts than any test has faults.
AT_ONCE = RetryPolicy(attempts=9, base=0)


class InFlight:
    """Counts what is under way at the same time. It stays under way until as many are there as expected.

    Args:
        expected: The number.
    """

    def __init__(self, expected: int) -> None:
        self.most = 0
        self._expected = expected
        self._present = 0
        self._lock = Lock()

    def pauses(self) -> Iterator[None]:
        """Yield when a pause is due, until the end."""
        with self._lock:
            self._present += 1
            self.most = max(self.most, self._present)
        for _ in range(1000):
            if self.most >= self._expected:
                break
            yield
        yield from [None] * 10  # one too many has time to come
        with self._lock:
            self._present -= 1


class CountingTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Counts the requests that are under way at the same time.

    Args:
        server: Responds to the requests.
        in_flight: The count of those that change something.
    """

    def __init__(self, server: Server, in_flight: InFlight) -> None:
        self._server = server
        self._in_flight = in_flight

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for _ in self._pauses(request):
            time.sleep(0.001)
        request.read()
        return self._server(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        for _ in self._pauses(request):
            await asyncio.sleep(0.001)
        await request.aread()
        return self._server(request)

    def _pauses(self, request: httpx.Request) -> Iterator[None]:
        return iter(()) if request.method == "GET" else self._in_flight.pauses()


@pytest.fixture
def fleet(colour: Colour) -> ModuleType:
    return colour.module("fleet")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        yield sandbox


@pytest.fixture
def connect(colour: Colour, sandbox: Sandbox) -> Iterator[Callable[..., Any]]:
    """Make clients of the sandbox."""
    clients: list[Any] = []

    def make(**options: Any) -> Any:
        made = colour.module("client").Client(
            sandbox.url, "UUU", "PPP", **{"polling": FAST, "retries": AT_ONCE, **options}
        )
        clients.append(made)
        return made

    yield make
    for made in clients:
        colour.run(made.close())


@pytest.fixture
def live(connect: Callable[..., Any]) -> Any:
    return connect()


@pytest.fixture
def make_hosts(sandbox: Sandbox, live: Any) -> Callable[..., list[Any]]:
    """Make hosts in the sandbox, and return them."""

    def make(count: int, **options: Any) -> list[Any]:
        names = sandbox.make_hosts(count, **options)
        where = options.get("organization", "OOO"), options.get("environment", "Default")
        return [live.hosts(*where).new(name) for name in names]

    return make


def carried_out(sandbox: Sandbox, method: str, ending: str) -> Counter[str]:
    """Return how often the sandbox carried out a request that changed something, by the name of the host."""
    found: Counter[str] = Counter()
    for one in sandbox.executions():
        if one["method"] == method and one["path"].rstrip("/").endswith(ending):
            found[one["path"].partition("/hosts/")[2].partition("/")[0]] += one["times"]
    return found


def asked(sandbox: Sandbox, method: str, ending: str) -> int:
    """Return the number of requests to paths with an ending."""
    found = sandbox.stats()["requests"].items()
    return sum(
        count
        for line, count in found
        if line.startswith(f"{method} ") and line.rstrip("/").endswith(ending.rstrip("/"))
    )


def names(results: Any) -> list[str]:
    return [result.name for result in results]
