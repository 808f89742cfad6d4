"""The injected faults of a sandbox, and which of them apply."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault


class _ActiveFault:
    """An injected fault and the number of times it was applied."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.applied = 0
        self._random = random.Random(fault.seed)  # noqa: S311  not used for secrets

    def try_apply(self) -> bool:
        """Count an application of the fault, unless its limit or its probability prevents it.

        Returns:
            True if the fault applies.
        """
        if self.fault.times and self.applied >= self.fault.times:
            return False
        if self._random.random() >= self.fault.probability:
            return False
        self.applied += 1
        return True

    def document(self) -> dict[str, Any]:
        return {**self.fault.document(), "applied": self.applied}


class Faults:
    """The injected faults of a sandbox; the first one that matches is applied.

    Args:
        initial: The faults at the start and after a reset.
    """

    def __init__(self, initial: Sequence[Fault] = ()) -> None:
        self._initial = tuple(initial)
        self._active = [_ActiveFault(fault) for fault in initial]
        # A test adds faults from its own thread while the server's thread reads them.
        self._lock = threading.Lock()
        #: End the pauses in progress.
        self._pauses: set[Callable[[], object]] = set()

    def add(self, fault: Fault) -> None:
        """Add a fault."""
        with self._lock:
            self._active.append(_ActiveFault(fault))

    def documents(self) -> list[dict[str, Any]]:
        """Return the faults as JSON objects, each with the number of times it was `applied`."""
        with self._lock:
            return [active.document() for active in self._active]

    def clear(self) -> None:
        """Remove all faults; delayed responses are sent at once."""
        self._replace(())

    def reset(self) -> None:
        """Restore the initial faults."""
        self._replace(self._initial)

    def affects_connection(self) -> bool:
        """Return whether a new connection is to be closed."""
        return self._first_match(lambda fault: fault.kind == "refuse") is not None

    def fault_for_request(self, method: str, path: str) -> Fault | None:
        """Return the fault to apply to a request, or None."""
        return self._first_match(lambda fault: fault.matches_request(method, path))

    def error_for_task(self, task: str, named: bool = False) -> str | None:
        """Return the error that a task is to end in, or None.

        Args:
            task: The description of the task.
            named: Whether a fault of all tasks leaves this task out, because it is not a part of a change.
        """
        fault = self._first_match(lambda fault: fault.matches_task(task) and not (named and fault.task == "*"))
        return fault.error if fault else None

    async def pause(self, fault: Fault, seconds: float) -> bool:
        """Wait, unless the fault is removed.

        Args:
            fault: The fault that causes the delay.
            seconds: The time to wait.

        Returns:
            True if the fault was removed, which ends the wait early.
        """
        event = asyncio.Event()
        end = partial(asyncio.get_running_loop().call_soon_threadsafe, event.set)
        if not self._begin_pause(fault, end):
            return True
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        finally:
            self._end_pause(end)
        return True

    def pause_blocking(self, fault: Fault, seconds: float) -> bool:
        """Do the same in this thread."""
        event = threading.Event()
        if not self._begin_pause(fault, event.set):
            return True
        try:
            return event.wait(seconds)
        finally:
            self._end_pause(event.set)

    def _begin_pause(self, fault: Fault, end: Callable[[], object]) -> bool:
        with self._lock:
            if all(active.fault is not fault for active in self._active):
                return False
            self._pauses.add(end)
            return True

    def _end_pause(self, end: Callable[[], object]) -> None:
        with self._lock:
            self._pauses.discard(end)

    def _first_match(self, matches: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            return next((active.fault for active in self._active if matches(active.fault) and active.try_apply()), None)

    def _replace(self, faults: Sequence[Fault]) -> None:
        with self._lock:
            # Copies, so that a fault in progress ends even if a reset adds it again.
            self._active = [_ActiveFault(evolve(fault)) for fault in faults]
            for end in self._pauses:
                end()
