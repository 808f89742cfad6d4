"""Requests that are shown instead of sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from comodit_client.api._client.session import Session
from comodit_client.cli.exits import Failure
from comodit_client.cli.output.secrets import masked
from comodit_client.rest.queries import encode_query
from comodit_client.wire.request import NO_BODY

if TYPE_CHECKING:
    from typing import BinaryIO

    from comodit_client.cli.call import Call
    from comodit_client.rest.options import Timeouts
    from comodit_client.wire.request import Request

T = TypeVar("T")


def show_requests(requests: Sequence[Request[Any]], call: Call) -> None:
    """Write requests to standard output: as text, or as JSON or YAML with these options.

    Paths are shown as they would be sent, percent-encoded: a name may have slashes.

    Args:
        requests: The requests. The document of a single one is an object, that of several an array.
        call: The command.
    """
    import click

    from comodit_client.cli.output.write import write

    described = [describe(request, bool(call.option("show-secrets"))) for request in requests]
    if call.style in ("json", "yaml"):
        write(described[0] if len(described) == 1 else described, call, "", None)
    else:
        click.echo("\n\n".join(map(as_text, described)))


def describe(request: Request[Any], with_secrets: bool = False) -> dict[str, Any]:
    """Return a request as a JSON object.

    Args:
        request: The request.
        with_secrets: Whether secrets are shown.

    Returns:
        Its method, path and query, and its body or the names of its files.
    """
    found: dict[str, Any] = {"method": request.method, "path": request.path, "query": dict(request.query)}
    if request.body is not NO_BODY:
        found["body"] = request.body
    if request.parts:
        found["files"] = {field: part.filename for field, part in request.parts.items()}
    if with_secrets:
        return found
    safe: dict[str, Any] = masked(found, "", request.secret)[0]
    return safe


def as_text(described: dict[str, Any]) -> str:
    """Return a request as text.

    Args:
        described: The request as `describe` returns it.
    """
    line = f"{described['method']} {described['path']}{encode_query('the request', described['query'])}"
    parts = [line, *(f"{field}: {name}" for field, name in described.get("files", {}).items())]
    if "body" in described:
        parts.append(json.dumps(described["body"], indent=4, ensure_ascii=False))
    return "\n".join(parts)


def reading_only(session: Session) -> Session:
    """Return a session that only sends requests that change nothing.

    Args:
        session: The session. The other one shares its connections.
    """
    return ReadingSession(**{field.name: getattr(session, field.name) for field in attrs.fields(Session)})


class ReadingSession(Session):
    """A session for a dry run. A command that would change something by mistake fails instead.

    A login with a second factor is a request of the credentials, not of the session: it is sent.
    """

    __slots__ = ()

    def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send a request that changes nothing.

        Args:
            request: The request.
            timeout: The timeouts.
        """
        return super().run(_read(request), timeout)

    def run_or_none(self, request: Request[T], timeout: Timeouts | float | None = None) -> T | None:
        """Send a request that changes nothing, whose response may be empty.

        Args:
            request: The request.
            timeout: The timeouts.
        """
        return super().run_or_none(_read(request), timeout)

    def save(self, request: Request[bytes], file: BinaryIO, timeout: Timeouts | float | None = None) -> int:
        """Write the body of a response to a file.

        Args:
            request: The request.
            file: The file.
            timeout: The timeouts.
        """
        return super().save(_read(request), file, timeout)


def _read(request: Request[T]) -> Request[T]:
    if request.method not in ("GET", "HEAD"):
        raise Failure(
            f"Cannot send {request.method} {request.path}: --dry-run only reads. Nothing was changed. "
            "Please report this as a bug."
        )
    return request
