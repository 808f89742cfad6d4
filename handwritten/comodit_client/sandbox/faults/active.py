"""The injected faults of a sandbox, and which of them apply."""

from __future__ import annotations

import asyncio
import logging
import random
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault

_LOG = logging.getLogger("comodit_client.sandbox.faults")


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
        self._pauses: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

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
        waiter = asyncio.get_running_loop(), event
        with self._lock:
            if all(active.fault is not fault for active in self._active):
                return True
            self._pauses.add(waiter)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        finally:
            with self._lock:
                self._pauses.discard(waiter)
        return True

    def _first_match(self, matches: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            found = next(
                (active.fault for active in self._active if matches(active.fault) and active.try_apply()), None
            )
        if found is not None:
            _LOG.info("fault %s applied", found.kind)
        return found

    def _replace(self, faults: Sequence[Fault]) -> None:
        with self._lock:
            # Copies, so that a fault in progress ends even if a reset adds it again.
            self._active = [_ActiveFault(evolve(fault)) for fault in faults]
            for loop, event in self._pauses:
                loop.call_soon_threadsafe(event.set)
