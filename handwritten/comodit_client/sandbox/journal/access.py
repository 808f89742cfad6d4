"""The access log: one line for each request."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from comodit_client.sandbox.journal.lines import call_line, status_text

if TYPE_CHECKING:
    from comodit_client.sandbox.journal.recorded import RecordedRequest

_LOG = logging.getLogger("comodit_sandbox.access")


def log_access(request: RecordedRequest) -> None:
    """Log a request. Its query and its body are left out."""
    if not _LOG.isEnabledFor(logging.INFO):
        return
    fault = f" fault {request.fault}" if request.fault else ""
    milliseconds = request.seconds * 1000
    _LOG.info("%s %s %.1f ms%s", call_line(request), status_text(request), milliseconds, fault)
