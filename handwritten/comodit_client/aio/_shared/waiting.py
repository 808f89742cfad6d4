"""The engine that runs every wait."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

import attrs

from comodit_client.rest import _async_io
from comodit_client.rest.deadline import Deadline
from comodit_client.rest.exceptions import (
    InvalidArgument,
    PythonApiException,
    ServerError,
    TooManyRequests,
    TransportError,
    WaitTimeout,
)
from comodit_client.rest.options import Polling

T = TypeVar("T")

#: Errors that are expected to disappear: a wait tolerates a few in a row.
TRANSIENT_ERRORS: tuple[type[PythonApiException], ...] = (TransportError, ServerError, TooManyRequests)
#: Seconds that the last poll may take beyond the timeout of the wait.
GRACE = 0.8
#: The number of characters of the last state that an exception's message shows.
MAX_STATE_LENGTH = 500
#: The number of hosts that an exception's message names; the exception's attributes hold all of them.
MAX_NAMED = 20
#: The advice at the end of the message of a timeout.
WAIT_LONGER = "Wait again, or use a longer timeout."


@attrs.frozen(eq=False)
class PollResult(Generic[T]):
    """The result of one poll.

    Args:
        reached: True if the goal of the wait is reached.
        state: The state that was read, for the progress callback and for the exception.
        value: The value that the wait returns if the goal is reached.
    """

    reached: bool
    state: Any
    value: T


Progress = Callable[[PollResult[Any]], object]


@attrs.frozen(eq=False)
class WaitSpec:
    """The goal of a wait, and how to poll for it.

    Args:
        goal: The goal as text, for the exception: "the host A/B/c to be READY".
        timeout: Seconds until the wait fails. None and 0 wait without limit.
        polling: How often to poll, and how many transient errors to tolerate.
        entity: The entity to wait for.
        progress: Called after each poll that has not reached the goal.
        transient_errors: The errors to tolerate.
    """

    goal: str
    timeout: float | None
    polling: Polling
    entity: Any = None
    progress: Progress | None = None
    transient_errors: tuple[type[PythonApiException], ...] = TRANSIENT_ERRORS


async def wait(spec: WaitSpec, poll: Callable[[], Awaitable[PollResult[T]]]) -> T:
    """Poll until the goal is reached.

    The first poll is immediate. The interval between polls then grows up to a maximum. There is one last poll at the
    deadline, which has less than a second.

    Args:
        spec: The goal, and how to poll for it.
        poll: Polls once. It raises if the goal can no longer be reached.

    Returns:
        The value of the last poll.

    Raises:
        WaitTimeout: The timeout passed.
        InvalidArgument: The timeout is negative or not a number.
        PythonApiException: `poll` raised an error that is not transient, or too many transient errors in a row.
    """
    deadline = Deadline(_async_io.monotonic, _seconds(spec.timeout))
    interval = spec.polling.initial_interval
    errors = 0
    last: Any = None
    while True:
        over = deadline.remaining() <= 0
        try:
            with Deadline(_async_io.monotonic, max(0.0, deadline.remaining()) + GRACE).active():
                result = await poll()
        except spec.transient_errors as error:
            errors += 1
            if deadline.remaining() <= 0:
                raise _timed_out(spec, last) from error
            if errors > spec.polling.max_transient_errors:
                raise
        else:
            if result.reached:
                return result.value
            errors, last = 0, result.state
            if spec.progress is not None:
                spec.progress(result)
            if over:
                raise _timed_out(spec, last)
        await _async_io.sleep(max(0.0, min(interval, deadline.remaining())))
        interval = min(interval * spec.polling.multiplier, spec.polling.max_interval)


def _seconds(timeout: float | None) -> float:
    """Return the timeout of a wait; infinite for none, and for 0, which old scripts give for none.

    Raises:
        ValueError: The timeout is negative or not a number.
    """
    if timeout is None:
        return math.inf
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or math.isnan(timeout) or timeout < 0:
        raise InvalidArgument(
            f"Cannot wait with timeout={timeout!r}: give a positive number of seconds, or None to wait without limit."
        )
    return float(timeout) or math.inf


def _timed_out(spec: WaitSpec, last: Any) -> WaitTimeout:
    state = "unknown, because no poll succeeded" if last is None else str(last)[:MAX_STATE_LENGTH]
    message = f"Timed out after {spec.timeout} s waiting for {spec.goal}. Last state: {state}. {WAIT_LONGER}"
    return WaitTimeout(message, entity=spec.entity, last=last)
