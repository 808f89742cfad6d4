"""The sandbox's idea of time: wall time for servers, a clock moved by hand for tests."""

from __future__ import annotations

import time
from typing import Protocol

#: A moment that never comes: where work stands that waits for somebody.
NEVER = 1e18


class Clock(Protocol):
    """Tells the time in seconds; it never goes backwards."""

    def now(self) -> float:
        """Return the present moment, in seconds."""
        ...


class WallClock:
    """Seconds since 1970: these stay true across a restart, so they may be kept in the database."""

    def __init__(self) -> None:
        # The monotonic clock carries it on, so that setting the machine's time back does not undo finished work.
        self._start = time.time() - time.monotonic()

    def now(self) -> float:
        """Return the seconds since 1970."""
        return self._start + time.monotonic()


class ManualClock:
    """A clock that moves only when told."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self._now = start

    def now(self) -> float:
        """Return the moment that the clock was last set to."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Move the clock on.

        Args:
            seconds: How far; not negative.

        Raises:
            ValueError: `seconds` is negative.
        """
        if seconds < 0:
            raise ValueError("a clock does not go backwards")
        self._now += seconds
