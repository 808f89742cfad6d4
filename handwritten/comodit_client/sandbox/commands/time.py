"""Commands for the time of a sandbox."""

from __future__ import annotations

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.errors import bad_request, conflict
from comodit_client.sandbox.state.clock import ManualClock


class TimeCommands(CommandsBase):
    """The commands for the time of a sandbox."""

    def now(self) -> float:
        """Return the time of the sandbox, in seconds since 1970."""
        return self._world.now()

    def advance(self, seconds: float) -> None:
        """Advance a manual clock.

        Raises:
            ApiError: The sandbox runs on wall time, or the time is out of range.
        """
        clock = self._world.clock
        if not isinstance(clock, ManualClock):
            raise conflict(
                "Cannot advance the time: this sandbox runs on wall time. Start it with clock=ManualClock()."
            )
        try:
            clock.advance(seconds)
        except ValueError as error:
            raise bad_request(str(error)) from None
