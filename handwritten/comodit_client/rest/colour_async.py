"""What the async colour does in its own way: waiting, connections, and what Python's syntax offers a collection."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Generic, TypeAlias, TypeVar

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


class Syntax(Generic[E]):
    """What a collection can do by syntax alone: nothing here, for `len`, `in` and `[name]` cannot await."""

    __slots__ = ()
