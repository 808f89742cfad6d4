"""What is told in the log: each attempt at DEBUG, without names of users, bodies or headers."""

from __future__ import annotations

import logging
from typing import Any, Final

from comodit_client.wire.request import Request

#: The only logger of this library; it says nothing until the application sets a handler up.
LOGGER: Final = logging.getLogger("comodit_client")
LOGGER.addHandler(logging.NullHandler())


def told(request: Request[Any], outcome: object, seconds: float, attempt: int) -> None:
    """Tell how an attempt went.

    Args:
        request: What was asked; its query and body are left out, for they may hold secrets.
        outcome: The status of the answer, or the kind of fault.
        seconds: How long it took.
        attempt: Which attempt it was.
    """
    if LOGGER.isEnabledFor(logging.DEBUG):
        LOGGER.debug(
            "%s %s: %s in %.0f ms (attempt %d)", request.method, request.path, outcome, seconds * 1000, attempt
        )


def paused(request: Request[Any], seconds: float) -> None:
    """Tell that a request will be sent again.

    Args:
        request: What was asked.
        seconds: The pause before.
    """
    LOGGER.debug("%s %s: again in %.1f s", request.method, request.path, seconds)
