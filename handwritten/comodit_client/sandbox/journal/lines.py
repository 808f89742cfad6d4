"""Requests as lines of text, without secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from comodit_client.sandbox.http.audit import IDENTITIES

if TYPE_CHECKING:
    from comodit_client.sandbox.journal.recorded import RecordedRequest

#: Longer names would hide the rest of a line.
_MAX_NAME = 100


def call_line(request: RecordedRequest) -> str:
    """Return the method, the operation and the names of a request, or its path if it has no operation."""
    if request.operation is None:
        return f"{request.method} {readable(request.path)}"
    names = [*request.names.values(), *_created(request)]
    return " ".join([request.method, request.operation, *(["/".join(map(readable, names))] if names else ())])


def result_line(request: RecordedRequest) -> str:
    """Return the call and the result of a request: its status, its fault and its error texts."""
    fault = f", fault {request.fault}" if request.fault else ""
    error = f": {'; '.join(request.error)}" if request.error else ""
    return f"{call_line(request)} {status_text(request)}{fault}{error}"


def status_text(request: RecordedRequest) -> str:
    """Return the status of a request, or a dash without one."""
    return str(request.status) if request.status else "-"


def readable(name: str) -> str:
    """Return a name on one line, and not too long."""
    shown = name if name.isprintable() else quote(name, safe=" ")
    return shown if len(shown) <= _MAX_NAME else f"{shown[: _MAX_NAME - 1]}…"


def _created(request: RecordedRequest) -> list[str]:
    """Return the name of what a request creates, which is in its body."""
    if not (request.operation or "").endswith(".create"):
        return []
    body = request.body
    members = [body.get(member) for member in IDENTITIES] if isinstance(body, dict) else []
    return [name for name in members if isinstance(name, str)][:1]
