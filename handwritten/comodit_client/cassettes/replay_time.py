"""The clock of a replay: pauses between polls and attempts take no real time, but count against timeouts."""

from __future__ import annotations

import asyncio
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

#: Seconds that the current thread or task has skipped; one of many must not use up the time of the others.
_skipped: ContextVar[float] = ContextVar("skipped", default=0.0)


def skip_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the client skip its pauses.

    Args:
        monkeypatch: The patches of the test.
    """
    for kind, sleep in (("sync", _sleep), ("async", _sleep_async)):
        monkeypatch.setattr(f"comodit_client.rest._{kind}_io.sleep", sleep)
        monkeypatch.setattr(f"comodit_client.rest._{kind}_io.monotonic", _monotonic)


def _sleep(seconds: float) -> None:
    _skipped.set(_skipped.get() + seconds)


async def _sleep_async(seconds: float) -> None:
    _sleep(seconds)
    await asyncio.sleep(0)


def _monotonic() -> float:
    return time.monotonic() + _skipped.get()
