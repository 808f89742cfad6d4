"""Runs of handlers: the keys of their changes, which can be waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from comodit_client.aio._host.outcome import Outcome

if TYPE_CHECKING:
    from comodit_client.aio._shared.waiting import Progress
    from comodit_client.aio.host import Host
    from comodit_client.wire.changes import TaskStatus


class HandlerRun(str):
    """The key of the change that a handler runs in. It equals the plain text.

    Args:
        key: The key.
        host: The host.
    """

    _host: Host
    _outcome: Outcome

    def __new__(cls, key: str, host: Host) -> Self:
        run = super().__new__(cls, key)
        run._host = host
        run._outcome = Outcome("PENDING")
        return run

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self._host), {"_outcome": self._outcome}

    @property
    def state(self) -> TaskStatus | None:
        """PENDING, or the state that the last wait found: OK or ERROR."""
        return self._outcome.state

    @property
    def error(self) -> str | None:
        """Why the handler failed, if the last wait found that it did."""
        return self._outcome.error

    async def wait(self, timeout: float | None = 0, *, progress: Progress[str] | None = None) -> Self:
        """Wait until the handler's change is completed.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            This key.

        Raises:
            ChangeFailed: A task of the change failed.
            WaitTimeout: The timeout passed.
            WaitException: The host has no such change.
        """
        with self._outcome.of_wait():
            callback = False if progress is None else progress
            await self._host.wait_for_change_terminated(self, timeout, callback)
        return self
