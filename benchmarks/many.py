"""Measures many calls at once on one client, in threads and in an event loop, against the same by httpx alone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import httpx

from benchmarks.calls import plain_calls
from benchmarks.loopback import AUTH, NAMES, hosts_url, plain_server
from benchmarks.measure import Ratio, compare, cpu
from comodit_client.aio import Client

CALLS = 1000
AT_A_TIME = 50
THREADS = 8
ROUNDS = 7
GATHER_ROUNDS = 3
Get = Callable[[str], Awaitable[object]]


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    return [*_in_threads(), *_in_a_loop()]


def _in_threads() -> list[Ratio]:
    with plain_calls() as calls, ThreadPoolExecutor(THREADS) as threads:

        def ours() -> None:
            list(threads.map(lambda _: calls.get(), range(THREADS)))

        def base() -> None:
            list(threads.map(lambda _: calls.bare_get(), range(THREADS)))

        ours()
        base()
        what = f"hosts().get(), {THREADS} threads, 1 client / httpx.Client"
        return [compare(what, lambda: cpu(ours), lambda: cpu(base), ROUNDS, 1.0)]


def _in_a_loop() -> list[Ratio]:
    with plain_server() as root, asyncio.Runner() as runner:
        client, bare = Client(root, *AUTH), httpx.AsyncClient(auth=AUTH)
        url = hosts_url(root)

        async def get(name: str) -> None:
            assert (await client.hosts("Acme", "Production").get(name)).name == name

        async def bare_get(name: str) -> None:
            assert (await bare.get(f"{url}{name}")).json()["name"] == name

        def seconds(get: Get, calls: int = len(NAMES), at_a_time: int = 0) -> float:
            return runner.run(seconds_of(get, calls, at_a_time or calls))

        seconds(get, at_a_time=AT_A_TIME)
        seconds(bare_get, at_a_time=AT_A_TIME)
        ratios = [
            compare(
                f"asyncio, {AT_A_TIME} at a time / httpx.AsyncClient",
                lambda: seconds(get, at_a_time=AT_A_TIME),
                lambda: seconds(bare_get, at_a_time=AT_A_TIME),
                ROUNDS,
                1.0,
            ),
            compare(
                f"{CALLS} calls by gather / {AT_A_TIME} at a time",
                lambda: seconds(get, CALLS),
                lambda: seconds(get, CALLS, AT_A_TIME),
                GATHER_ROUNDS,
                1.3,
            ),
        ]
        runner.run(client.close())
        runner.run(bare.aclose())
        return ratios


async def seconds_of(get: Get, calls: int, at_a_time: int) -> float:
    """Return the CPU time of many calls.

    Args:
        get: Makes a call for a host.
        calls: The number of calls: a multiple of the number of hosts.
        at_a_time: How many are under way at once.
    """
    names = NAMES * (calls // len(NAMES))
    start = time.process_time()
    for first in range(0, calls, at_a_time):
        await asyncio.gather(*map(get, names[first : first + at_a_time]))
    return time.process_time() - start
