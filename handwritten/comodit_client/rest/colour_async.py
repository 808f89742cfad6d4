"""What the async colour does in its own way: waiting, connections, many jobs at a time, what syntax alone offers."""

from __future__ import annotations

import asyncio
import os
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeAlias, TypeVar

from comodit_client.rest.disk.progress import Count, Progress
from comodit_client.rest.http import AsyncPool, AsyncTransport, tls_context

E = TypeVar("E")

Pool: TypeAlias = AsyncPool
Transport: TypeAlias = AsyncTransport


async def sleep(seconds: float) -> None:
    """Let time pass, and other tasks run.

    Args:
        seconds: How long.
    """
    await asyncio.sleep(seconds)


def monotonic() -> float:
    """Tell the time in seconds on a clock that never goes back.

    Returns:
        The time.
    """
    return time.monotonic()


def owner() -> object:
    """Tell to what connections belong: they cannot be used in another event loop, or after a fork.

    Returns:
        A value that is equal as long as they can be used.
    """
    return os.getpid(), asyncio.get_running_loop()


def make_pool(transport: Transport | None) -> Pool:
    """Make a pool of connections.

    Args:
        transport: What carries the requests; the network when not given.

    Returns:
        The pool.
    """
    return AsyncPool(transport=transport) if transport is not None else AsyncPool(verify=tls_context())


async def close_pool(pool: Pool) -> None:
    """Close a pool's connections.

    Args:
        pool: The pool.
    """
    await pool.aclose()


class Crew:
    """Jobs of which some are done at the same time. A job may add others.

    Args:
        size: How many are done at the same time.
        progress: Called after each job.
    """

    def __init__(self, size: int, progress: Progress | None = None) -> None:
        self._size = size
        self._progress = progress
        self._waiting: deque[tuple[str, Callable[[], Awaitable[None]]]] = deque()

    def add(self, name: str, job: Callable[[], Awaitable[None]]) -> None:
        """Add a job.

        Args:
            name: What progress calls it.
            job: What is to be done.
        """
        self._waiting.append((name, job))

    async def run(self) -> None:
        """Do all jobs, those included that are added meanwhile.

        Raises:
            Exception: What the first job that failed raised; no other is begun then, and those under way are cancelled.
        """
        running: dict[asyncio.Future[None], str] = {}
        done = 0
        try:
            while self._waiting or running:
                while self._waiting and len(running) < self._size:
                    name, job = self._waiting.popleft()
                    running[asyncio.ensure_future(job())] = name
                for ended in (await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED))[0]:
                    name = running.pop(ended)
                    ended.result()
                    done += 1
                    if self._progress is not None:
                        self._progress(Count(done, done + len(running) + len(self._waiting), name))
        finally:
            self._waiting.clear()
            for left in running:
                left.cancel()
            await asyncio.gather(*running, return_exceptions=True)


class Syntax(Generic[E]):
    """What a collection can do by syntax alone: nothing here, for `len`, `in` and `[name]` cannot await."""

    __slots__ = ()
