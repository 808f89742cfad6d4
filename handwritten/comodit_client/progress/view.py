"""What every display has: a start, updates, and an end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from comodit_client.progress.snapshot import Snapshot
    from comodit_client.rest.progress import Count

#: Returns the time in seconds.
Clock = Callable[[], float]


class View(Protocol):
    """The display of one wait or run. It is shown from its creation until `close`."""

    def update(self, snapshot: Snapshot) -> None:
        """Show the result of a poll.

        Args:
            snapshot: What to show.
        """
        ...

    def count(self, count: Count) -> None:
        """Show the progress of an import or export.

        Args:
            count: The progress.
        """
        ...

    def close(self, outcome: str) -> None:
        """End the display. A second call does nothing.

        Args:
            outcome: How it ended; empty if that is unknown.
        """
        ...


def outcome_of(error: BaseException | None) -> str:
    """Return how a wait or run ended, in one or two words.

    Args:
        error: The exception that ended it; None if it succeeded.
    """
    if error is None:
        return "done"
    if isinstance(error, (KeyboardInterrupt, asyncio.CancelledError)):
        return "interrupted"
    return "timed out" if isinstance(error, TimeoutError) else "failed"


def elapsed(seconds: float) -> str:
    """Return a duration as M:SS or H:MM:SS.

    Args:
        seconds: The duration.
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
