"""The log of the sandbox on the console."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from comodit_client.sandbox.state.timestamps import format_timestamp

#: The logger above those of requests, transitions and faults.
_LOGGER = "comodit_sandbox"


@contextmanager
def logged_to_console(now: Callable[[], float]) -> Iterator[None]:
    """Write what the sandbox logs to standard error in the block: requests, transitions, faults and its own errors.

    Args:
        now: Returns the time of the sandbox, which each line begins with.
    """
    logger, handler = logging.getLogger(_LOGGER), logging.StreamHandler()
    level, propagates = logger.level, logger.propagate
    handler.setFormatter(_Formatter(now))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    # The command `comodit` may have a handler of its own, which would write each line again.
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagates


class _Formatter(logging.Formatter):
    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__("%(asctime)s %(message)s")
        self._now = now

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802  its name is given
        return format_timestamp(self._now())
