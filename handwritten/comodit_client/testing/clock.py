"""The clock that connects the waits of a client to the time of a sandbox."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.server import Sandbox


class SandboxClock:
    """The time of a sandbox, for the waits of clients: `Polling(clock=SandboxClock(sandbox))`.

    A pause between two polls advances the sandbox instead of waiting. Waits in several threads or tasks share the time,
    so the pauses of one also count for the others.

    Args:
        sandbox: The sandbox, whose clock can be advanced.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._lock = Lock()

    def monotonic(self) -> float:
        """Return the time of the sandbox, in seconds."""
        return self._sandbox.now()

    def sleep(self, seconds: float) -> None:
        """Advance the sandbox.

        Args:
            seconds: The duration.

        Raises:
            ApiError: The sandbox cannot be advanced.
        """
        with self._lock:  # two threads that advance at once would lose one of the pauses
            self._sandbox.advance(seconds)
