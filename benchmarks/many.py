"""Measures many calls at once on one asynchronous client, against the same calls 50 at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from benchmarks.loopback import plain_server
from benchmarks.measure import Ratio, compare
from comodit_client.aio import Client

CALLS = 1000
AT_A_TIME = 50
ROUNDS = 5


def run() -> list[Ratio]:
    """Run the measurement and return its ratio."""
    with plain_server() as root, asyncio.Runner() as runner:
        client = Client(root, "UUU", "PPP")
        get = client.hosts("Acme", "Production").get

        async def all_at_once() -> None:
            await asyncio.gather(*(get("web-1") for _ in range(CALLS)))

        async def some_at_a_time() -> None:
            for _ in range(CALLS // AT_A_TIME):
                await asyncio.gather(*(get("web-1") for _ in range(AT_A_TIME)))

        def seconds(work: Callable[[], Awaitable[None]]) -> float:
            async def timed() -> float:
                start = time.perf_counter()
                await work()
                return time.perf_counter() - start

            return runner.run(timed())

        what = f"{CALLS} calls by gather / {AT_A_TIME} at a time"
        ratio = compare(what, lambda: seconds(all_at_once), lambda: seconds(some_at_a_time), ROUNDS, 1.3)
        runner.run(client.close())
        return [ratio]
