"""What the blocking colour does in its own way: waiting, connections, and what Python's syntax offers a collection."""

from __future__ import annotations

import os
import ssl
import time
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

from comodit_client.rest.http import BlockingPool, BlockingStream, BlockingTransport, HttpResponse, TooSlow

E = TypeVar("E")

Pool: TypeAlias = BlockingPool
Transport: TypeAlias = BlockingTransport


def sleep(seconds: float) -> None:
    """Let time pass.

    Args:
        seconds: How long.
    """
    time.sleep(seconds)


def monotonic() -> float:
    """Tell the time in seconds on a clock that never goes back.

    Returns:
        The time.
    """
    return time.monotonic()


def owner() -> object:
    """Tell to what connections belong: they cannot be used after a fork.

    Returns:
        A value that is equal as long as they can be used.
    """
    return os.getpid()


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Make a pool of connections to the network.

    Args:
        context: How TLS is done.
        proxy: The URL of a proxy; those that the environment names when not given.

    Returns:
        The pool.
    """
    return BlockingPool(verify=context, proxy=proxy)


def carried_by(transport: Transport) -> Pool:
    """Make a pool whose requests something else carries.

    Args:
        transport: What carries them.

    Returns:
        The pool.
    """
    return BlockingPool(transport=transport)


def close_pool(pool: Pool) -> None:
    """Close a pool's connections.

    Args:
        pool: The pool.
    """
    pool.close()


class _Bounded(BlockingStream):
    """The content of an answer, which must have come by a moment.

    Args:
        stream: The content.
        deadline: The moment.
    """

    def __init__(self, stream: BlockingStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            yield piece
            if monotonic() > self._deadline:
                raise TooSlow("the answer did not end in time")

    def close(self) -> None:
        self._stream.close()


def read(response: HttpResponse, deadline: float) -> None:
    """Read an answer's content into memory.

    Args:
        response: The answer.
        deadline: The moment by which it must have come.
    """
    if isinstance(response.stream, BlockingStream):
        response.stream = _Bounded(response.stream, deadline)
    try:
        response.read()
    finally:
        response.close()


def pieces(response: HttpResponse) -> Iterator[bytes]:
    """Go through an answer's content while it comes.

    Args:
        response: The answer; it is closed in the end.

    Yields:
        The content, piece by piece.
    """
    try:
        yield from response.iter_bytes()
    finally:
        response.close()


class Syntax(Generic[E]):
    """What a collection can do by syntax alone: `len(hosts)`, `"web-1" in hosts`, `hosts["web-1"]`.

    Python asks for the length before it makes a list: `list(hosts)` costs two requests, `hosts.list()` one.
    """

    __slots__ = ()

    @abstractmethod
    def count(self) -> int:
        """Count the entities, by a request."""

    @abstractmethod
    def exists(self, identifier: str | int = "") -> bool:
        """Tell whether there is such an entity, by a request."""

    @abstractmethod
    def get(
        self, identifier: str | int = "", parameters: Mapping[str, Any] | None = None, return_error_code: bool = True
    ) -> E:
        """Get an entity, by a request."""

    def __len__(self) -> int:
        return self.count()

    def __bool__(self) -> bool:
        return True  # a collection is not false for being empty, and asking costs no request

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, (str, int)) and self.exists(identifier)

    def __getitem__(self, identifier: str) -> E:
        return self.get(identifier)
