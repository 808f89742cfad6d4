"""Connections and response bodies of the async API. Loading this module imports httpx."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from typing import BinaryIO, TypeAlias

from comodit_client.rest import _async_io
from comodit_client.rest.http import AsyncPool, AsyncStream, AsyncTransport, DeadlineExceeded, HttpResponse

Pool: TypeAlias = AsyncPool
Transport: TypeAlias = AsyncTransport


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Create a pool of connections to the network.

    Args:
        context: The TLS context.
        proxy: The URL of a proxy; when None, the proxies that the environment names are used.

    Returns:
        The pool.
    """
    return AsyncPool(verify=context, proxy=proxy)


def pool_over(transport: Transport) -> Pool:
    """Create a pool that sends its requests through a given transport.

    Args:
        transport: The transport.

    Returns:
        The pool.
    """
    return AsyncPool(transport=transport)


async def close_pool(pool: Pool) -> None:
    """Close the connections of a pool.

    Args:
        pool: The pool.
    """
    await pool.aclose()


class _Bounded(AsyncStream):
    """A response body that raises when it has not ended by a deadline.

    Args:
        stream: The body.
        deadline: The time on the clock of `monotonic`.
    """

    def __init__(self, stream: AsyncStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            yield piece
            if _async_io.monotonic() > self._deadline:
                raise DeadlineExceeded("the response did not end in time")

    async def aclose(self) -> None:
        await self._stream.aclose()


async def read(response: HttpResponse, deadline: float) -> None:
    """Read the body of a response into memory.

    Args:
        response: The response; it is closed afterwards.
        deadline: The time by which the body must have ended.
    """
    if isinstance(response.stream, AsyncStream):
        response.stream = _Bounded(response.stream, deadline)
    try:
        await response.aread()
    finally:
        await response.aclose()


async def save(response: HttpResponse, file: BinaryIO) -> int:
    """Write the body of a response to a file as it arrives.

    Args:
        response: The response; it is closed afterwards.
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
