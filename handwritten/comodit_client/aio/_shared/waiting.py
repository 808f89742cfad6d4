"""The engine that runs every wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

import attrs

from comodit_client.aio._shared.wait_time import GRACE, pause, seconds, time_of
from comodit_client.rest import _async_io
from comodit_client.rest.deadline import Deadline
from comodit_client.rest.exceptions import (
    PythonApiException,
    ServerError,
    TooManyRequests,
    TransportError,
    WaitTimeout,
)
from comodit_client.rest.options import Polling
from comodit_client.rest.progress import observed

if TYPE_CHECKING:
    from comodit_client.rest.failed_waits import HasUrl, LastState

S = TypeVar("S", bound="LastState")
S_co = TypeVar("S_co", bound="LastState", covariant=True)

#: Errors that are expected to disappear: a wait tolerates a few in a row.
TRANSIENT_ERRORS: tuple[type[PythonApiException], ...] = (TransportError, ServerError, TooManyRequests)
#: The seconds of a wait that is too short for an installation, so that it sends no request for advice.
SHORT = 30.0
#: The states of parts that are complete: of tasks, and of hosts and steps of an execution.
COMPLETE = ("OK", "FINISHED")
#: The number of characters of the last state that an exception's message shows.
MAX_STATE_LENGTH = 500
#: The number of hosts that an exception's message names; the exception's attributes hold all of them.
MAX_NAMED = 20
#: The advice at the end of the message of a timeout.
WAIT_LONGER = "Wait again, or use a longer timeout."


@attrs.frozen(eq=False)
class PollResult(Generic[S_co]):
    """The result of one poll.

    Args:
        reached: True if the goal of the wait is reached.
        state: The state that was read.
        parts: The states of what the wait consists of, by name: the hosts of a wait for many hosts or of an
            orchestration, the steps of a pipeline, or the tasks of changes. Empty in other waits.
        failed: The names of the parts that failed.
        late: The names of the other parts that are not complete.
    """

    reached: bool
    state: S_co
    parts: Mapping[str, str | None] = attrs.field(factory=dict)
    failed: Sequence[str] = ()
    late: Sequence[str] = ()


def with_parts(reached: bool, state: S, parts: Mapping[str, str | None]) -> PollResult[S]:
    """Return the result of a poll that also read the states of parts.

    Args:
        reached: True if the goal of the wait is reached.
        state: The state that was read.
        parts: The states of the parts, by name.
    """
    failed = [name for name, found in parts.items() if found == "ERROR"]
    late = [name for name, found in parts.items() if found not in ("ERROR", *COMPLETE)]
    return PollResult(reached, state, parts, failed, late)


Progress: TypeAlias = Callable[[PollResult[S]], object]


@attrs.frozen(eq=False)
class WaitSpec(Generic[S]):
    """The goal of a wait, and how to poll for it.

    Args:
        goal: The goal as text, for the exception: "the host A/B/c to be READY".
        timeout: Seconds until the wait fails. None and 0 wait without limit.
        polling: How often to poll, and how many transient errors to tolerate.
        entity: The entity to wait for.
        progress: Called after each poll, including the one that reaches the goal. A `ProgressObserver` is also notified
            of the start and the end.
        transient_errors: The errors to tolerate.
        remark: What the exception of a timeout says about the goal, such as that its state is unknown.
        advise: Called after a timeout of 30 seconds or more, unless the last poll failed, in the time that is left. It
            reads what the exception advises instead of waiting longer, and returns an empty text for nothing.
    """

    goal: str
    timeout: float | None
    polling: Polling
    entity: HasUrl | None = None
    progress: Progress[S] | None = None
    transient_errors: tuple[type[PythonApiException], ...] = TRANSIENT_ERRORS
    remark: str = ""
    advise: Callable[[], Awaitable[str]] | None = None


async def wait(spec: WaitSpec[S], poll: Callable[[], Awaitable[PollResult[S]]]) -> None:
    """Poll until the goal is reached.

    The first poll is immediate. The interval between polls then grows up to a maximum. There is one last poll at the
    deadline, which has less than a second.

    Args:
        spec: The goal, and how to poll for it.
        poll: Polls once. It raises if the goal can no longer be reached.

    Raises:
        WaitTimeout: The timeout passed.
        InvalidArgument: The timeout is negative or not a number.
        PythonApiException: `poll` raised an error that is not transient, or too many transient errors in a row.
    """
    deadline = Deadline(time_of(spec.polling), seconds(spec.timeout))
    with observed(spec.progress, f"Waiting for {spec.goal}"):
        await _poll_until_reached(spec, poll, deadline)


async def _poll_until_reached(
    spec: WaitSpec[S], poll: Callable[[], Awaitable[PollResult[S]]], deadline: Deadline
) -> None:
    interval = spec.polling.initial_interval
    errors = 0
    last: S | None = None
    while True:
        over = deadline.remaining() <= 0
        # The requests of a poll take real time, also if the wait uses another clock.
        limit = Deadline(_async_io.monotonic, max(0.0, deadline.remaining()) + GRACE)
        try:
            with limit.active():
                result = await poll()
        except spec.transient_errors as error:
            errors += 1
            if deadline.remaining() <= 0:
                raise _timed_out(spec, last) from error
            if errors > spec.polling.max_transient_errors:
                raise
        else:
            errors, last = 0, result.state
            if spec.progress is not None:
                spec.progress(result)
            if result.reached:
                return
            if over:
                raise _timed_out(spec, last, await _advice(spec, limit))
        await pause(spec.polling, max(0.0, min(interval, deadline.remaining())))
        interval = min(interval * spec.polling.multiplier, spec.polling.max_interval)


async def _advice(spec: WaitSpec[S], limit: Deadline) -> str:
    if spec.advise is None or seconds(spec.timeout) < SHORT or limit.remaining() <= 0:
        return WAIT_LONGER
    try:
        with limit.active():
            return await spec.advise() or WAIT_LONGER
    except PythonApiException:  # the timeout is what counts
        return WAIT_LONGER


def _timed_out(spec: WaitSpec[S], last: S | None, advice: str = WAIT_LONGER) -> WaitTimeout:
    state = "unknown, because no poll succeeded" if last is None else str(last)[:MAX_STATE_LENGTH]
    message = f"Timed out after {spec.timeout} s waiting for {spec.goal}. Last state: {state}. {spec.remark}{advice}"
    return WaitTimeout(message, entity=spec.entity, last=last)
