"""Sources of time: wall time for servers, and clocks that a test moves."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import Any, Protocol

#: The due time of work that waits for an event.
NEVER = 1e18
#: The last moments of a clock. Work is due later, and dates end with the year 9999.
_LAST_YEAR = 8999
LAST = 221_845_392_000.0
_START = 1_700_000_000.0


class Clock(Protocol):
    """A source of time in seconds, which never goes backwards. A clock of your own needs only this method."""

    def now(self) -> float:
        """Return the current time in seconds."""
        ...


class MovableClock(ABC):
    """A clock that can be moved.

    Attributes:
        kind: The name of the kind, as the command line and the control endpoints use it.
        keeps_time: Whether it continues at the time of a clock that it replaces, since it was given no time of its own.
    """

    kind: str
    keeps_time: bool

    @abstractmethod
    def now(self) -> float:
        """Return the current time in seconds."""

    def advance(self, seconds: float) -> None:
        """Advance the clock.

        Args:
            seconds: The seconds to add, 0 or more.

        Raises:
            ValueError: `seconds` is negative, or leads beyond the last date that can be written.
        """
        if not seconds >= 0:
            raise ValueError(f"Cannot advance the clock by {seconds} seconds: it cannot go backwards")
        if seconds > LAST - self.now():
            raise ValueError(f"Cannot advance the clock by {seconds} seconds: it would pass the year {_LAST_YEAR}")
        self._add(seconds)

    @abstractmethod
    def set_time(self, moment: float) -> None:
        """Continue at another time, which may be an earlier one."""

    @abstractmethod
    def options(self) -> dict[str, Any]:
        """Return the present options of the kind."""

    @abstractmethod
    def _add(self, seconds: float) -> None: ...


class WallClock(MovableClock):
    """Seconds since 1970, which stay valid in a database across restarts.

    Args:
        factor: The seconds that pass in each real second.
        offset: The seconds that the clock is ahead of the real time at its start. Default: 0.

    Raises:
        ValueError: The factor is not positive, or the time at the start is not between 1970 and the year 8999.
    """

    kind = "running"

    def __init__(self, factor: float = 1.0, offset: float | None = None) -> None:
        if not 0 < factor <= LAST:
            raise ValueError("'factor' must be a positive number")
        self.keeps_time = offset is None
        self._factor = factor
        self._initial_offset = offset or 0.0
        checked_moment("offset", time.time() + self._initial_offset)
        self.restart()

    def now(self) -> float:
        """Return the seconds since 1970."""
        # Based on the monotonic clock: setting the machine's time back must not undo finished work.
        return min(self._base + (time.monotonic() - self._begin) * self._factor, LAST)

    def restart(self) -> None:
        """Continue at the real time, with the initial offset."""
        self.set_time(time.time() + self._initial_offset)

    def set_time(self, moment: float) -> None:
        """Continue at another time, which may be an earlier one."""
        self._begin = time.monotonic()
        self._base = moment

    def options(self) -> dict[str, Any]:
        """Return the factor, and the seconds that the clock is ahead of the real time."""
        return {"factor": self._factor, "offset": round(self.now() - time.time(), 3)}

    def _add(self, seconds: float) -> None:
        self._base += seconds


class ManualClock(MovableClock):
    """A clock that moves only on `advance()`.

    Args:
        start: The time at its start, in seconds since 1970. Default: a moment of 2023.

    Raises:
        ValueError: The start is not between 1970 and the year 8999.
    """

    kind = "frozen"

    def __init__(self, start: float | None = None) -> None:
        self.keeps_time = start is None
        self._now = checked_moment("start", _START if start is None else start)

    def now(self) -> float:
        """Return the time to which the clock was last set."""
        return self._now

    def set_time(self, moment: float) -> None:
        """Continue at another time, which may be an earlier one."""
        self._now = moment

    def options(self) -> dict[str, Any]:
        """Return no options: the time says it all."""
        return {}

    def _add(self, seconds: float) -> None:
        self._now += seconds


class SteppingClock(ManualClock):
    """A clock that each GET request of the API advances, so that a poll moves the time.

    Args:
        step: The seconds that each GET request adds.
        start: The time at its start, in seconds since 1970. Default: a moment of 2023.

    Raises:
        ValueError: The step is negative, or the start is not between 1970 and the year 8999.
    """

    kind = "per-read"

    def __init__(self, step: float = 1.0, start: float | None = None) -> None:
        super().__init__(start)
        if not 0 <= step <= LAST:
            raise ValueError("'step' must be a number of 0 or more")
        self._step = step

    def note_read(self) -> None:
        """Advance by the step, at most to the last moment of a clock."""
        self._now = min(self._now + self._step, LAST)

    def options(self) -> dict[str, Any]:
        """Return the step."""
        return {"step": self._step}


def checked_moment(option: str, moment: float) -> float:
    """Return a time that a clock can have.

    Raises:
        ValueError: It is out of range.
    """
    if not 0 <= moment <= LAST:
        raise ValueError(f"'{option}' must lead to a time between 1970 and the year {_LAST_YEAR}")
    return float(moment)
