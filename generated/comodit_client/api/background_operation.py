# Made by `python -m generator` from handwritten/comodit_client/aio/background_operation.py.
# Do not edit: change that, then run `make generate`.
"""Background operations: work on the server that goes on after the call that starts it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import Progress
    from comodit_client.rest.failed_waits import LastState

__all__ = ["BackgroundOperation"]


class BackgroundOperation(Protocol):
    """What `provision`, `install`, `run_handler`, `run_orchestration` and `run` return, beside their own type."""

    @property
    def state(self) -> str | None:
        """The state that was last read. Sends no request."""
        ...

    @property
    def error(self) -> str | None:
        """Why the operation failed, as last read; None if it did not fail. Sends no request."""
        ...

    @abstractmethod
    def wait(self, timeout: float | None = 0, *, progress: Progress[LastState] | None = None) -> Self:
        """Wait until the operation is complete.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            The operation.

        Raises:
            WaitException: The operation failed, or the timeout passed.
        """
        ...
