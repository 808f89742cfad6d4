"""The injected faults of a sandbox, and which of them apply."""

from __future__ import annotations

import asyncio
import logging
import random
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve

from comodit_client.sandbox.faults.kinds import fault_from_document

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault, HostNames

    #: A fault, the number of times it was applied, and the state of its random numbers.
    SavedFault: TypeAlias = tuple[Fault, int, Any]

_LOG = logging.getLogger("comodit_sandbox.faults")


class _ActiveFault:
    """An injected fault and the number of times it was applied."""

    def __init__(self, fault: Fault, applied: int = 0, random_state: Any = None) -> None:
        self.fault = fault
        self.applied = applied
        self._random = random.Random(fault.seed)  # noqa: S311  not used for secrets
        if random_state is not None:
            self._random.setstate(random_state)

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

    def saved(self) -> SavedFault:
        return self.fault, self.applied, self._random.getstate()

    def document(self) -> dict[str, Any]:
        return {**self.fault.document(), "applied": self.applied}


def _restored(applied: int = 0, **members: Any) -> _ActiveFault:
    given = {name: value for name, value in members.items() if value is not None}
    return _ActiveFault(fault_from_document(given), applied)


class Faults:
    """The injected faults of a sandbox; the first one that matches is applied.

    Args:
        initial: The faults at the start and after a reset.
    """

    def __init__(self, initial: Sequence[Fault] = ()) -> None:
        self._active = [_ActiveFault(fault) for fault in initial]
        self._initial = [active.saved() for active in self._active]
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
        self.restore(())

    def reset(self) -> None:
        """Restore the initial faults."""
        self.restore(self._initial)

    def begin_with(self, documents: Sequence[Mapping[str, Any]]) -> None:
        """Use the faults of an earlier sandbox as the initial ones, unless there are others.

        Args:
            documents: What `documents` returned, perhaps without the members that are not set.

        Raises:
            ApiError: A fault is invalid.
        """
        if not self._initial:
            self._active = [_restored(**document) for document in documents]
            self._initial = self.saved()

    def saved(self) -> list[SavedFault]:
        """Return the faults for `restore`."""
        with self._lock:
            return [active.saved() for active in self._active]

    def restore(self, saved: Sequence[SavedFault]) -> None:
        """Return to saved faults, with the number of times they were applied."""
        with self._lock:
            # Copies, so that a fault in progress ends even if it is restored.
            self._active = [_ActiveFault(evolve(fault), *rest) for fault, *rest in saved]
            for end in self._pauses:
                end()

    def affects_connection(self) -> bool:
        """Return whether a new connection is to be closed."""
        return self._first_match(lambda fault: fault.kind == "refuse") is not None

    def fault_for_request(self, method: str, path: str) -> Fault | None:
        """Return the fault to apply to a request, or None."""
        return self._first_match(lambda fault: fault.matches_request(method, path))

    def error_for_task(self, names: HostNames, task: str, named: bool = False) -> str | None:
        """Return the error that a task is to end in, or None.

        Args:
            names: The names of the organization, the environment and the host.
            task: The description of the task.
            named: Whether a fault of all tasks leaves this task out, because it is not a part of a change.
        """
        fault = self._first_match(lambda fault: fault.matches_task(names, task) and not (named and fault.task == "*"))
        return fault.error if fault else None

    def fault_for_provisioning(self, names: HostNames) -> Fault | None:
        """Return the fault to apply to a provisioning, or None."""
        return self._first_match(lambda fault: fault.kind in ("provision", "boot") and fault.matches_host(names))

    def applies_to_agent(self, names: HostNames) -> bool:
        """Return whether the agent of a host is to go away."""
        return self._first_match(lambda fault: fault.kind == "agent" and fault.matches_host(names)) is not None

    def has_lost_agents(self) -> bool:
        """Return whether a fault of this sandbox has taken an agent away."""
        return any(fault["kind"] == "agent" and fault["applied"] for fault in self.documents())

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
            found = next(
                (active.fault for active in self._active if matches(active.fault) and active.try_apply()), None
            )
        if found is not None:
            _LOG.info("fault %s applied", found.kind)
        return found
