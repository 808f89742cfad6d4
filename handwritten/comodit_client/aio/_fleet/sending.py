"""Sends the request of an action once. If the outcome is unknown, the host is read before the request is repeated."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

from comodit_client.aio._shared.wait_time import time_of
from comodit_client.aio._shared.waiting import TRANSIENT_ERRORS
from comodit_client.rest import _async_io
from comodit_client.rest.deadline import Deadline, remaining
from comodit_client.rest.exceptions import (
    Conflict,
    InvalidResponse,
    PythonApiException,
    WaitTimeout,
)
from comodit_client.rest.retries import pause

if TYPE_CHECKING:
    from comodit_client.aio._fleet.action import Action
    from comodit_client.aio._fleet.task import Before
    from comodit_client.aio.host import Host

#: Errors after which the request may have been carried out.
UNKNOWN: tuple[type[PythonApiException], ...] = (*TRANSIENT_ERRORS, InvalidResponse)


@attrs.frozen
class Outcome:
    """The outcome of a request.

    Args:
        error: Why the request failed; None if it was carried out.
        is_unknown: Whether the request may have been carried out although it failed.
        seconds: The duration, in the time of waits.
    """

    error: Exception | None = None
    is_unknown: bool = False
    seconds: float = 0.0


async def send(action: Action, host: Host, before: Before, timeout: float = math.inf, again: bool = False) -> Outcome:
    """Send the request of an action.

    Args:
        action: The action.
        host: The host.
        before: The host before the action.
        timeout: Seconds until no attempt is started, and until each request ends.
        again: Whether the request may have been sent before, so that the host is read first.

    Returns:
        The outcome. No exception of this library is raised.
    """
    now = time_of(host.client.polling)
    start = now()
    limit = Deadline(_async_io.monotonic, timeout)
    with limit.active():
        outcome = await _attempts(action, host, before, again)
        if outcome.is_unknown and limit.remaining() <= 0:
            error = WaitTimeout(f"Timed out after {timeout} s: {outcome.error}", entity=host)
            outcome = attrs.evolve(outcome, error=error)
    return attrs.evolve(outcome, seconds=now() - start)


async def adopt(action: Action, host: Host, before: Before, error: Exception) -> Outcome:
    """Read a host after a request whose outcome is unknown.

    Args:
        action: The action.
        host: The host.
        before: The host before the action.
        error: Why the outcome is unknown.

    Returns:
        A success if the request was carried out; otherwise a failure with that error.
    """
    try:
        return Outcome() if await action.is_sent(host, before) else Outcome(error, True)
    except UNKNOWN:
        return Outcome(error, True)
    except PythonApiException as reason:
        return Outcome(reason, True)


async def _attempts(action: Action, host: Host, before: Before, again: bool) -> Outcome:
    policy = host.client.session.retries
    attempt = 1
    while True:
        try:
            if not (again and await action.is_sent(host, before)):
                await action.send(host, before)
            return Outcome()
        except Conflict as error:
            # Somebody else may have done it, or a request without a response.
            return await adopt(action, host, before, error)
        except UNKNOWN as error:
            if attempt >= policy.attempts or remaining() <= 0:
                return await adopt(action, host, before, error)
        except PythonApiException as error:
            return Outcome(error, again)
        await _async_io.sleep(max(0.0, min(pause(policy, attempt), remaining())))
        attempt += 1
        again = True
