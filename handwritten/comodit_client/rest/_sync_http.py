"""Connections and response bodies of the blocking API. Loading this module imports httpx."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import BinaryIO, TypeAlias

from comodit_client.rest import _sync_io
from comodit_client.rest.http import BlockingPool, BlockingStream, BlockingTransport, DeadlineExceeded, HttpResponse

Pool: TypeAlias = BlockingPool
Transport: TypeAlias = BlockingTransport


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Create a pool of connections to the network.

    Args:
        context: The TLS context.
        proxy: The URL of a proxy; when None, the proxies that the environment names are used.

    Returns:
        The pool.
    """
    return BlockingPool(verify=context, proxy=proxy)


def pool_over(transport: Transport) -> Pool:
    """Create a pool that sends its requests through a given transport.

    Args:
        transport: The transport.

    Returns:
        The pool.
    """
    return BlockingPool(transport=transport)


def close_pool(pool: Pool) -> None:
    """Close the connections of a pool.

    Args:
        pool: The pool.
    """
    pool.close()


class _Bounded(BlockingStream):
    """A response body that raises when it has not ended by a deadline.

    Args:
        stream: The body.
        deadline: The time on the clock of `monotonic`.
    """

    def __init__(self, stream: BlockingStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            yield piece
            if _sync_io.monotonic() > self._deadline:
                raise DeadlineExceeded("the response did not end in time")

    def close(self) -> None:
        self._stream.close()


def read(response: HttpResponse, deadline: float) -> None:
    """Read the body of a response into memory.

    Args:
        response: The response; it is closed afterwards.
        deadline: The time by which the body must have ended.
    """
    if isinstance(response.stream, BlockingStream):
        response.stream = _Bounded(response.stream, deadline)
    try:
        response.read()
    finally:
        response.close()


def save(response: HttpResponse, file: BinaryIO) -> int:
    """Write the body of a response to a file as it arrives.

    Args:
        response: The response; it is closed afterwards.
        file: A file open for writing bytes.

    Returns:
        The number of bytes.
    """
    size = 0
    try:
        for piece in response.iter_bytes():
            file.write(piece)
            size += len(piece)
    finally:
        response.close()
    return size
