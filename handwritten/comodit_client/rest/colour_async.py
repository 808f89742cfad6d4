"""What the async colour does in its own way: waiting, connections, and what Python's syntax offers a collection."""

from __future__ import annotations

import asyncio
import os
import ssl
import time
from collections.abc import AsyncIterator
from typing import Generic, TypeAlias, TypeVar

from comodit_client.rest.http import AsyncPool, AsyncStream, AsyncTransport, HttpResponse, TooSlow

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


async def pieces(response: HttpResponse) -> AsyncIterator[bytes]:
    """Go through an answer's content while it comes.

    Args:
        response: The answer; it is closed in the end.

    Yields:
        The content, piece by piece.
    """
    try:
        async for piece in response.aiter_bytes():
            yield piece
    finally:
        await response.aclose()


class Syntax(Generic[E]):
    """What a collection can do by syntax alone: nothing here, for `len`, `in` and `[name]` cannot await."""

    __slots__ = ()
