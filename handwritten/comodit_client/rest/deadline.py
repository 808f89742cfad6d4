"""Deadlines that reach from a wait or a call down to each read of a socket."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextvars import ContextVar

_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


class Deadline:
    """A moment by which work must have ended. It is never later than the deadline of the work around it.

    Args:
        clock: Returns the time in seconds.
        limit: Seconds from now; infinite without a limit.
    """

    __slots__ = ("_at", "_clock", "_latest", "_outer", "moved")

    def __init__(self, clock: Callable[[], float], limit: float = math.inf) -> None:
        self._clock = clock
        self._outer = _current.get()
        self._at = self._latest = math.inf if limit == math.inf else clock() + limit
        #: Called after the deadline moved. The blocking API needs no call: it reads the deadline before each operation.
        self.moved: Callable[[], None] | None = None

    def start(self, seconds: float) -> None:
        """Move the deadline to some seconds from now, but not beyond its limit.

        Args:
            seconds: Seconds from now; infinite moves it to its limit.
        """
        self._at = min(self._latest, self._clock() + seconds)
        if self.moved is not None:
            self.moved()

    def remaining(self) -> float:
        """Return the seconds that are left; negative afterwards, infinite without a limit."""
        own = math.inf if self._at == math.inf else self._at - self._clock()
        return own if self._outer is None else min(own, self._outer.remaining())

    def active(self) -> Active:
        """Apply the deadline to all requests within a block."""
        return Active(self)


class Active:
    """A block to which a deadline applies. Each request enters one, and a generator would take longer.

    Args:
        deadline: The deadline.
    """

    __slots__ = ("_deadline", "_token")

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def __enter__(self) -> None:
        self._token = _current.set(self._deadline)

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)


def remaining() -> float:
    """Return the seconds that are left in this thread or task; infinite without a deadline."""
    deadline = _current.get()
    return math.inf if deadline is None else deadline.remaining()
