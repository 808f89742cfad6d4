"""Exchanges requests and responses over HTTP, with retries and redirects. Loading this module imports httpx."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar
from urllib.parse import urlencode

from comodit_client.rest import _async_http, _async_io, log, responses, retries
from comodit_client.rest.exceptions import ApiException, InvalidBody
from comodit_client.rest.http import NETWORK_ERRORS, HttpRequest, HttpResponse, HttpTimeout
from comodit_client.wire.request import NO_BODY, Request

if TYPE_CHECKING:
    from comodit_client.aio._client.session import Session
    from comodit_client.rest.options import Timeouts

T = TypeVar("T")
#: The number of redirects that are followed.
MAX_REDIRECTS = 5


async def run(session: Session, request: Request[T], timeouts: Timeouts) -> T:
    """Send a request and decode its response.

    Args:
        session: The session.
        request: The request.
        timeouts: The timeouts.
    """
    response, _ = await _send(session, request, timeouts)
    return responses.data(request, response)


async def run_or_none(session: Session, request: Request[T], timeouts: Timeouts) -> T | None:
    """Send a request and decode its response, if that has content.

    Args:
        session: The session.
        request: The request.
        timeouts: The timeouts.
    """
    response, _ = await _send(session, request, timeouts)
    return None if responses.is_empty(request, response) else responses.data(request, response)


async def save(session: Session, request: Request[bytes], file: BinaryIO, timeouts: Timeouts) -> int:
    """Send a request and write the body of its response to a file.

    Args:
        session: The session.
        request: The request.
        file: A file open for writing bytes.
        timeouts: The timeouts.

    Returns:
        The number of bytes.
    """
    response, attempt = await _send(session, request, timeouts, stream=True)
    if not response.is_success:
        raise responses.error_from_response(request, response)
    try:
        return await _async_http.save(response, file)
    except NETWORK_ERRORS as error:
        raise responses.transport_error(request, session.root + request.path, error, attempt) from error


async def _send(
    session: Session, request: Request[Any], timeouts: Timeouts, stream: bool = False
) -> tuple[HttpResponse, int]:
    attempt = 1
    while True:
        started = _async_io.monotonic()
        try:
            response = await _exchange(session, request, timeouts, stream)
        except NETWORK_ERRORS as error:
            log.log_attempt(request, type(error).__name__, _async_io.monotonic() - started, attempt)
            pause = retries.after_error(session.retries, request, attempt, error)
            if pause is None:
                raise responses.transport_error(request, session.root + request.path, error, attempt) from error
            request = retries.next_request(request, error)
        except ApiException as error:  # only a login raises it here: other responses are decoded by the caller
            pause = retries.after_login(session.retries, attempt, error)
            if pause is None:
                raise
        else:
            log.log_attempt(request, response.status_code, _async_io.monotonic() - started, attempt)
            pause = retries.after_response(session.retries, request, attempt, response)
            if pause is None:
                response.extensions[responses.ATTEMPTS] = attempt
                return response, attempt
            request = retries.next_request(request)
        attempt += 1
        log.log_retry(request, pause)
        await _async_io.sleep(pause)


async def _exchange(session: Session, request: Request[Any], timeouts: Timeouts, stream: bool) -> HttpResponse:
    pool = (session.uploads if request.parts else session.connections).pool()
    outgoing = _http_request(session, pool, request, timeouts)
    redirects = 0
    while True:
        response = await pool.send(outgoing, auth=session.credentials.auth(), follow_redirects=False, stream=True)
        if not stream or not response.is_success:
            await _async_http.read(response, timeouts.deadline(request.timeout_class, _async_io.monotonic()))
        target = responses.redirection(request, response)
        if target is None or redirects == MAX_REDIRECTS:
            return response
        outgoing, redirects = target, redirects + 1


def _http_request(session: Session, pool: _async_http.Pool, request: Request[Any], timeouts: Timeouts) -> HttpRequest:
    headers = {"Accept": "application/json, */*", **request.headers}
    content = None
    if request.body is not NO_BODY:
        headers["Content-Type"] = "application/json"
        content = _encoded(request)
    return pool.build_request(
        request.method,
        session.root + request.path + _query(request),
        headers=headers,
        content=content,
        files=_form(request) or None,
        timeout=HttpTimeout(timeouts.of(request.timeout_class), connect=timeouts.connect),
    )


def _encoded(request: Request[Any]) -> bytes:
    try:
        return json.dumps(request.body, allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidBody(
            f"Cannot write the body of {request.operation} as JSON: {error}. Use JSON types only."
        ) from error


def _form(request: Request[Any]) -> dict[str, tuple[str, bytes | BinaryIO, str]]:
    return {field: (part.filename, part.content, part.content_type) for field, part in request.parts.items()}


def _query(request: Request[Any]) -> str:
    if not request.query:
        return ""
    return "?" + urlencode({name: _text(value) for name, value in request.query.items()})


def _text(value: Any) -> str:
    # The server reads booleans without regard to case (S12).
    return str(value).lower() if isinstance(value, bool) else str(value)
