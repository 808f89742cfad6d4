"""Sources of time: wall time for servers, a manual clock for tests."""

from __future__ import annotations

import time
from typing import Protocol

#: The due time of work that waits for an event.
NEVER = 1e18
#: The last moments of a clock. Work is due later, and dates end with the year 9999.
_LAST_YEAR = 8999
_LAST = 221_845_392_000.0


class Clock(Protocol):
    """A source of time in seconds, which never goes backwards."""

    def now(self) -> float:
        """Return the current time in seconds."""
        ...


class WallClock:
    """Seconds since 1970, which stay valid in a database across restarts."""

    def __init__(self) -> None:
        # Based on the monotonic clock: setting the machine's time back must not undo finished work.
        self._start = time.time() - time.monotonic()

    def now(self) -> float:
        """Return the seconds since 1970."""
        return self._start + time.monotonic()


class ManualClock:
    """A clock that moves only on `advance()`."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self._now = start

    def now(self) -> float:
        """Return the time to which the clock was last set."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Advance the clock.

        Args:
            seconds: The seconds to add, 0 or more.

        Raises:
            ValueError: `seconds` is negative, or leads beyond the last date that can be written.
        """
        if seconds < 0:
            raise ValueError(f"Cannot advance the clock by {seconds} seconds: it cannot go backwards")
        if self._now + seconds > _LAST:
            raise ValueError(f"Cannot advance the clock by {seconds} seconds: it would pass the year {_LAST_YEAR}")
        self._now += seconds
