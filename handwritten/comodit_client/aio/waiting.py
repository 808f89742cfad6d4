"""The one engine that every wait runs on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from comodit_client.rest import colour_async
from comodit_client.rest.exceptions import (
    ConnectionFailed,
    PythonApiException,
    ServerFault,
    TooManyRequests,
    WaitTimeout,
)
from comodit_client.rest.options import Polling

T = TypeVar("T")

#: Faults that pass by themselves: a few in a row are ridden out.
PASSING: tuple[type[PythonApiException], ...] = (ConnectionFailed, ServerFault, TooManyRequests)
#: How many characters an exception tells of what was seen last.
TOLD = 500


@dataclass(frozen=True, slots=True)
class Seen(Generic[T]):
    """What one look found.

    Args:
        reached: Whether the wait has reached its goal.
        state: What was seen, for the progress callback and for the exception.
        value: What the wait gives when it has reached its goal.
    """

    reached: bool
    state: Any
    value: T


Progress = Callable[[Seen[Any]], object]


@dataclass(frozen=True, slots=True)
class Goal:
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


async def wait(goal: Goal, look: Callable[[], Awaitable[Seen[T]]]) -> T:
    """Look until the goal is reached.

    The first look is at once, the next ones after intervals that grow to a bound. When the time is over there is one
    last look.

    Args:
        goal: What is waited for, and how.
        look: Looks once; it raises where the goal cannot be reached any more.

    Returns:
        What the last look gives.

    Raises:
        WaitTimeout: The time ran out.
        PythonApiException: What `look` raised: a failure, or a fault that did not pass.
    """
    time_out = float(goal.time_out or 0)
    deadline = colour_async.monotonic() + time_out if time_out > 0 else None
    interval = goal.polling.first
    faults = 0
    last: Any = None
    while True:
        over = deadline is not None and colour_async.monotonic() >= deadline
        try:
            seen = await look()
        except goal.passing as error:
            faults += 1
            if over:
                raise _timed_out(goal, last) from error
            if faults > goal.polling.patience:
                raise
        else:
            if seen.reached:
                return seen.value
            faults, last = 0, seen.state
            if goal.progress is not None:
                goal.progress(seen)
        if over:
            raise _timed_out(goal, last)
        left = interval if deadline is None else deadline - colour_async.monotonic()
        await colour_async.sleep(max(0.0, min(interval, left)))
        interval = min(interval * goal.polling.growth, goal.polling.longest)


def _timed_out(goal: Goal, last: Any) -> WaitTimeout:
    seen = "nothing" if last is None else str(last)[:TOLD]
    return WaitTimeout(f"{goal.text}: not within {goal.time_out} s; last seen: {seen}", entity=goal.entity, last=last)
