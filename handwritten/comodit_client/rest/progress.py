"""The progress of a long run or a wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias, runtime_checkable

from attrs import frozen


@frozen
class Count:
    """The progress of a run. The total grows while the run finds more items.

    Args:
        done: The number of items that are done.
        total: The number of items found so far.
        item: The item that was done last.
    """

    done: int
    total: int
    item: str


#: Called after each item, in the caller's thread.
Progress: TypeAlias = Callable[[Count], object]


@runtime_checkable
class ProgressObserver(Protocol):
    """A progress callback that is also notified of the start and the end of a wait or a run."""

    def started(self, title: str, /) -> object:
        """Note that the wait or run starts.

        Args:
            title: What is done: "Waiting for the host A/B/c to be READY".
        """
        ...

    def ended(self, error: BaseException | None, /) -> object:
        """Note that the wait or run has ended.

        Args:
            error: The exception that ended it; None if it succeeded.
        """
        ...


@contextmanager
def observed(progress: object, title: str) -> Iterator[None]:
    """Notify a progress callback of the start and the end of a block, if it is a `ProgressObserver`.

    Args:
        progress: The callback, or None.
        title: What the block does.
    """
    if not isinstance(progress, ProgressObserver):
        yield
        return
    try:
        progress.started(title)
        yield
    except BaseException as error:
        progress.ended(error)
        raise
    progress.ended(None)
