"""The log: each attempt at DEBUG, without user names, queries, bodies or headers."""

from __future__ import annotations

import logging
import time
from typing import Any, Final

from comodit_client.wire.request import Request

#: The only logger of this library; it is silent until the application sets up a handler.
LOGGER: Final = logging.getLogger("comodit_client")
LOGGER.addHandler(logging.NullHandler())


def log_attempt(request: Request[Any], outcome: object, started: float, attempt: int) -> None:
    """Log the outcome of an attempt.

    Args:
        request: The request; its query and body are left out because they may hold secrets.
        outcome: The status code of the response, or the name of the error.
        started: The time of its start, as `time.monotonic` returns it.
        attempt: The number of the attempt.
    """
    if LOGGER.isEnabledFor(logging.DEBUG):
        milliseconds = (time.monotonic() - started) * 1000
        LOGGER.debug("%s %s: %s in %.0f ms (attempt %d)", request.method, request.path, outcome, milliseconds, attempt)


def log_retry(request: Request[Any], seconds: float) -> None:
    """Log that a request will be retried.

    Args:
        request: The request.
        seconds: The pause before the next attempt.
    """
    LOGGER.debug("%s %s: retry in %.1f s", request.method, request.path, seconds)
