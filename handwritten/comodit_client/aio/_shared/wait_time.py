"""The time of waits: that of the machine, or of the clock that `Polling` names."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from comodit_client.rest import _async_io
from comodit_client.rest.deadline import Deadline
from comodit_client.rest.exceptions import InvalidArgument

if TYPE_CHECKING:
    from comodit_client.rest.deadline import Active
    from comodit_client.rest.options import Polling

#: Seconds that the last poll may take beyond the timeout of the wait.
GRACE = 0.8


def time_of(polling: Polling) -> Callable[[], float]:
    """Return the function that returns the time of waits, in seconds.

    Args:
        polling: How waits poll.
    """
    return _async_io.monotonic if polling.clock is None else polling.clock.monotonic


async def pause(polling: Polling, duration: float) -> None:
    """Let time pass between two polls.

    Args:
        polling: How waits poll.
        duration: The seconds.
    """
    if polling.clock is None:
        await _async_io.sleep(duration)
        return
    polling.clock.sleep(duration)
    await _async_io.sleep(0)  # other tasks run


def time_limit(timeout: float | None, polling: Polling) -> Deadline:
    """Return the deadline of a wait and of the requests that explain its failure.

    Args:
        timeout: The timeout of the wait.
        polling: How the wait polls.

    Raises:
        InvalidArgument: The timeout is negative or not a number.
    """
    return Deadline(time_of(polling), seconds(timeout) + GRACE)


def requests_within(limit: Deadline) -> Active:
    """Limit the requests of a block to the seconds that are left of a wait. Requests take real time.

    Args:
        limit: The deadline of the wait.
    """
    return Deadline(_async_io.monotonic, limit.remaining()).active()


def seconds(timeout: float | None) -> float:
    """Return the timeout of a wait; infinite for none, and for 0, which old scripts give for none.

    Args:
        timeout: The timeout of the wait.

    Raises:
        InvalidArgument: The timeout is negative or not a number.
    """
    if timeout is None:
        return math.inf
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or math.isnan(timeout) or timeout < 0:
        raise InvalidArgument(
            f"Cannot wait with timeout={timeout!r}: give a positive number of seconds, or None to wait without limit."
        )
    return float(timeout) or math.inf
