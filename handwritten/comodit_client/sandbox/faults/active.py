"""The faults that a sandbox was asked for, and which of them strike."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault


class _ActiveFault:
    """A fault that was asked for."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.applied = 0
        self._random = random.Random(fault.seed)  # noqa: S311  no secret depends on it

    def try_apply(self) -> bool:
        """Tell whether it strikes now that it may."""
        if self.fault.times and self.applied >= self.fault.times:
            return False
        if self._random.random() >= self.fault.probability:
            return False
        self.applied += 1
        return True

    def document(self) -> dict[str, Any]:
        return {**self.fault.document(), "applied": self.applied}


class Faults:
    """The faults of one sandbox; of several that may strike, the first one does.

    Args:
        initial: Those that it has from the beginning, and again after a reset.
    """

    def __init__(self, initial: Sequence[Fault] = ()) -> None:
        self._initial = tuple(initial)
        self._active = [_ActiveFault(fault) for fault in initial]
        # A test asks from its own thread, while the server's looks.
        self._lock = threading.Lock()
        self._pauses: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def add(self, fault: Fault) -> None:
        """Ask for a fault."""
        with self._lock:
            self._active.append(_ActiveFault(fault))

    def documents(self) -> list[dict[str, Any]]:
        """Return the faults as JSON objects, each with how often it was `applied`."""
        with self._lock:
            return [active.document() for active in self._active]

    def end(self) -> None:
        """Let nothing go wrong any more; answers that are held back go out."""
        self._begin(())

    def reset(self) -> None:
        """Go back to those of the beginning."""
        self._begin(self._initial)

    def affects_connection(self) -> bool:
        """Tell whether a new connection is refused."""
        return self._first_match(lambda fault: fault.kind == "refuse") is not None

    def fault_for_request(self, method: str, path: str) -> Fault | None:
        """Return the fault that strikes a request."""
        return self._first_match(lambda fault: fault.matches_request(method, path))

    def error_for_task(self, task: str) -> str | None:
        """Return the error that a task will end in."""
        fault = self._first_match(lambda fault: fault.matches_task(task))
        return fault.error if fault else None

    async def pause(self, fault: Fault, seconds: float) -> bool:
        """Let time pass.

        Args:
            fault: The fault that says so.
            seconds: How long.

        Returns:
            True when the fault was ended, which cuts it short.
        """
        event = asyncio.Event()
        mine = asyncio.get_running_loop(), event
        with self._lock:
            if all(active.fault is not fault for active in self._active):
                return True
            self._pauses.add(mine)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        finally:
            with self._lock:
                self._pauses.discard(mine)
        return True

    def _first_match(self, matches: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            return next((active.fault for active in self._active if matches(active.fault) and active.try_apply()), None)

    def _begin(self, faults: Sequence[Fault]) -> None:
        with self._lock:
            # Copies: one that is at work now is ended even if it begins anew.
            self._active = [_ActiveFault(evolve(fault)) for fault in faults]
            for loop, event in self._pauses:
                loop.call_soon_threadsafe(event.set)
