"""The log of requests on standard error."""

from __future__ import annotations

import logging


def log_requests() -> None:
    """Write each attempt at a request to standard error. Its query and its body are left out."""
    logger = logging.getLogger("comodit_client")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
