"""Commands for the time of a sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.state.clock_options import clock_from_text

if TYPE_CHECKING:
    from comodit_client.sandbox.state.clock import Clock


class TimeCommands(CommandsBase):
    """The commands for the time of a sandbox."""

    def now(self) -> float:
        """Return the time of the sandbox, in seconds since 1970."""
        return self._world.now()

    def advance(self, seconds: float) -> None:
        """Advance the clock.

        Args:
            seconds: The seconds to add, 0 or more.

        Raises:
            ApiError: The clock only has `now()`, or the time is out of range.
        """
        self._control.clock.advance(seconds)

    @property
    def clock(self) -> Clock:
        """The present source of time."""
        return self._control.clock.current

    def set_clock(self, clock: Clock | str) -> None:
        """Replace the clock. One without a time of its own continues at the present time.

        Args:
            clock: The clock, or its kind with options, such as "frozen", "running,factor=60" or "per-read,step=5".

        Raises:
            ApiError: The time would go backwards, or an option is invalid.
        """
        self._control.clock.replace(clock_from_text(clock) if isinstance(clock, str) else clock)
