"""The clock of a sandbox: it can be replaced while the sandbox runs, and set back by a reset or a restore."""

from __future__ import annotations

import threading

from comodit_client.sandbox.errors import bad_request, conflict
from comodit_client.sandbox.state.clock import Clock, MovableClock, SteppingClock, WallClock
from comodit_client.sandbox.state.timestamps import format_timestamp


class SandboxClock:
    """The clock of a sandbox.

    Args:
        initial: The clock at the start and after a reset.

    Attributes:
        current: The present source of time.
    """

    def __init__(self, initial: Clock) -> None:
        self.current = initial
        self._initial = initial
        #: The time that a reset restores; None for the real time.
        self._origin = None if isinstance(initial, WallClock) else initial.now()
        # A test moves the clock from its own thread while requests move it in the server's.
        self._lock = threading.Lock()

    def now(self) -> float:
        """Return the current time in seconds."""
        return self.current.now()

    def note_request(self, method: str) -> None:
        """Move a clock that the requests move."""
        if method == "GET" and isinstance(self.current, SteppingClock):
            with self._lock:
                self.current.note_read()

    def advance(self, seconds: float) -> None:
        """Advance the clock.

        Raises:
            ApiError: The clock cannot be advanced, or the time is out of range.
        """
        advance = getattr(self.current, "advance", None)
        if advance is None:
            raise conflict(
                "Cannot advance the time: the clock of this sandbox has no method advance(). "
                "Set another one with set_clock(), for example ManualClock()."
            )
        try:
            with self._lock:
                advance(seconds)
        except (ValueError, OverflowError) as error:
            raise bad_request(str(error)) from None

    def replace(self, clock: Clock) -> None:
        """Replace the clock. One without a time of its own continues at the present time.

        Raises:
            ApiError: The time would go backwards.
        """
        with self._lock:
            present = self.now()
            if isinstance(clock, MovableClock) and clock.keeps_time:
                clock.set_time(present)
            elif clock.now() < present:
                raise conflict(
                    f"Cannot set the clock to {format_timestamp(clock.now())}: the time of the sandbox is "
                    f"{format_timestamp(present)}, and only reset() and restore() set it back"
                )
            self.current = clock

    def restore(self, moment: float) -> None:
        """Set the time back or forth, if the clock can be set."""
        with self._lock:
            if isinstance(self.current, MovableClock):
                self.current.set_time(moment)

    def begin_at(self, moment: float, exactly: bool) -> None:
        """Continue the time of an earlier sandbox, unless the clock was given a time of its own.

        Args:
            moment: That time.
            exactly: Whether a reset returns to it as well; otherwise the clock only never goes behind it.
        """
        if isinstance(self.current, MovableClock) and self.current.keeps_time and (exactly or self.now() < moment):
            self.current.set_time(moment)
            self._origin = moment

    def reset(self) -> None:
        """Return to the initial clock, at its initial time."""
        with self._lock:
            self.current = self._initial
            if isinstance(self._initial, WallClock) and self._origin is None:
                self._initial.restart()
            elif isinstance(self._initial, MovableClock) and self._origin is not None:
                self._initial.set_time(self._origin)
