"""What the async colour does in its own way: waiting, connections, many jobs at a time, what syntax alone offers."""

from __future__ import annotations

import asyncio
import os
import ssl
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, BinaryIO, Generic, TypeAlias, TypeVar

from comodit_client.rest.http import AsyncPool, AsyncStream, AsyncTransport, HttpResponse, TooSlow

if TYPE_CHECKING:
    from comodit_client.rest.progress import Progress

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


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Make a pool of connections to the network.

    Args:
        context: How TLS is done.
        proxy: The URL of a proxy; those that the environment names when not given.

    Returns:
        The pool.
    """
    return AsyncPool(verify=context, proxy=proxy)


def carried_by(transport: Transport) -> Pool:
    """Make a pool whose requests something else carries.

    Args:
        transport: What carries them.

    Returns:
        The pool.
    """
    return AsyncPool(transport=transport)


async def close_pool(pool: Pool) -> None:
    """Close a pool's connections.

    Args:
        pool: The pool.
    """
    await pool.aclose()


class _Bounded(AsyncStream):
    """The content of an answer, which must have come by a moment.

    Args:
        stream: The content.
        deadline: The moment.
    """

    def __init__(self, stream: AsyncStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            yield piece
            if monotonic() > self._deadline:
                raise TooSlow("the answer did not end in time")

    async def aclose(self) -> None:
        await self._stream.aclose()


async def read(response: HttpResponse, deadline: float) -> None:
    """Read an answer's content into memory.

    Args:
        response: The answer.
        deadline: The moment by which it must have come.
    """
    if isinstance(response.stream, AsyncStream):
        response.stream = _Bounded(response.stream, deadline)
    try:
        await response.aread()
    finally:
        await response.aclose()


async def save(response: HttpResponse, file: BinaryIO) -> int:
    """Write an answer's content to a file while it comes.

    Args:
        response: The answer; it is closed in the end.
        file: A file open for writing bytes.

    Returns:
        The number of bytes.
    """
    size = 0
    try:
        async for piece in response.aiter_bytes():
            file.write(piece)
            size += len(piece)
    finally:
        await response.aclose()
    return size


#: What is to be done, and what is called when it is.
_Job: TypeAlias = Callable[[], Awaitable[None]]
_Then: TypeAlias = Callable[[], None] | None


class WorkerPool:
    """Jobs of which some are done at the same time. A job may add others.

    Args:
        size: How many are done at the same time.
        progress: Called after each job.
    """

    def __init__(self, size: int, progress: Progress | None = None) -> None:
        self._size = size
        self._progress = progress
        self._waiting: deque[tuple[str, _Job, _Then]] = deque()

    def add(self, name: str, job: _Job, then: _Then = None) -> None:
        """Add a job.

        Args:
            name: What progress calls it.
            job: What is to be done.
            then: Called when it is done, in the caller's thread, before progress.
        """
        self._waiting.append((name, job, then))

    async def run(self) -> None:
        """Do all jobs, those included that are added meanwhile.

        Raises:
            Exception: What the first job that failed raised; no other is begun then, and those under way are cancelled.
        """
        from comodit_client.rest.progress import Count

        running: dict[asyncio.Future[None], tuple[str, _Then]] = {}
        done = 0
        try:
            while self._waiting or running:
                while self._waiting and len(running) < self._size:
                    name, job, then = self._waiting.popleft()
                    running[asyncio.ensure_future(job())] = name, then
                await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for ended in [one for one in running if one.done()]:  # a set has no order
                    name, then = running.pop(ended)
                    ended.result()
                    if then is not None:
                        then()
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
