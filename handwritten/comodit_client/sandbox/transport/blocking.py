"""Run coroutines that never suspend, so that blocking and async transports share their code."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never suspends, without an event loop; return its result.

    Everything that it awaits must block instead of waiting for an event.

    Raises:
        RuntimeError: The coroutine waits for an event loop.
    """
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise RuntimeError("A blocking request waits for an event loop: this is a bug of the sandbox")


async def as_async(pieces: Iterable[bytes]) -> AsyncIterator[bytes]:
    """Yield pieces without suspending."""
    for piece in pieces:
        yield piece


def as_blocking(pieces: AsyncIterator[bytes]) -> Iterator[bytes]:
    """Yield the pieces of an iterator that never suspends."""

    async def following() -> bytes:
        return await anext(pieces)

    while True:
        try:
            piece = run(following())
        except StopAsyncIteration:
            return
        yield piece
