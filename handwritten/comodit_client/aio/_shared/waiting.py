"""The one engine that every wait runs on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from comodit_client.rest import _async_io
from comodit_client.rest.exceptions import (
    PythonApiException,
    ServerError,
    TooManyRequests,
    TransportError,
    WaitTimeout,
)
from comodit_client.rest.options import Polling

T = TypeVar("T")

#: Transient errors that pass by themselves: a few in a row are ridden out.
PASSING: tuple[type[PythonApiException], ...] = (TransportError, ServerError, TooManyRequests)
#: How many characters an exception tells of what was seen last.
TOLD = 500
#: How many hosts an exception's text names; its attributes name all.
NAMED = 20


@dataclass(frozen=True, slots=True)
class PollResult(Generic[T]):
    """What one look found.

    Args:
        reached: Whether the wait has reached its goal.
        state: What was seen, for the progress callback and for the exception.
        value: What the wait gives when it has reached its goal.
    """

    reached: bool
    state: Any
    value: T


Progress = Callable[[PollResult[Any]], object]


@dataclass(frozen=True, slots=True)
class WaitSpec:
    """What is waited for, and how.

    Args:
        text: The goal in words, for the exception.
        time_out: Seconds until the wait gives up; 0 or less waits for ever.
        polling: How the wait looks again.
        entity: What is waited on.
        progress: Called after each look that has not reached the goal.
        passing: The faults that are ridden out.
    """

    text: str
    time_out: float
    polling: Polling
    entity: Any = None
    progress: Progress | None = None
    passing: tuple[type[PythonApiException], ...] = PASSING


async def wait(spec: WaitSpec, poll: Callable[[], Awaitable[PollResult[T]]]) -> T:
    """Look until the goal is reached.

    The first look is at once, the next ones after intervals that grow to a bound. When the time is over there is one
    last look.

    Args:
        spec: What is waited for, and how.
        poll: Polls once; it raises where the goal cannot be reached any more.

    Returns:
        What the last look gives.

    Raises:
        WaitTimeout: The time ran out.
        PythonApiException: What `look` raised: a failure, or a fault that did not pass.
    """
    time_out = float(spec.time_out or 0)
    deadline = _async_io.monotonic() + time_out if time_out > 0 else None
    interval = spec.polling.initial_interval
    faults = 0
    last: Any = None
    while True:
        over = deadline is not None and _async_io.monotonic() >= deadline
        try:
            seen = await poll()
        except spec.passing as error:
            faults += 1
            if over:
                raise _timed_out(spec, last) from error
            if faults > spec.polling.max_transient_errors:
                raise
        else:
            if seen.reached:
                return seen.value
            faults, last = 0, seen.state
            if spec.progress is not None:
                spec.progress(seen)
        if over:
            raise _timed_out(spec, last)
        left = interval if deadline is None else deadline - _async_io.monotonic()
        await _async_io.sleep(max(0.0, min(interval, left)))
        interval = min(interval * spec.polling.multiplier, spec.polling.max_interval)


def _timed_out(spec: WaitSpec, last: Any) -> WaitTimeout:
    seen = "nothing" if last is None else str(last)[:TOLD]
    return WaitTimeout(f"{spec.text}: not within {spec.time_out} s; last seen: {seen}", entity=spec.entity, last=last)
