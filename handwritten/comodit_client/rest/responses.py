"""Turns responses and network errors into data or exceptions of this library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from comodit_client.rest.collector import BYTES_PER_OBJECT, Paused
from comodit_client.rest.endpoint import shown
from comodit_client.rest.exceptions import (
    ApiException,
    ConnectError,
    IncompleteResponse,
    InvalidDocument,
    InvalidResponse,
    RequestTimeout,
    TransportError,
    for_status,
)
from comodit_client.rest.http import ConnectionFailure, InvalidUrl, TimeoutException
from comodit_client.rest.received import ReceivedResponse
from comodit_client.rest.shapes import has_many_levels, is_too_deep
from comodit_client.wire.request import Request

if TYPE_CHECKING:
    from comodit_client.wire.account import Verification

T = TypeVar("T")
#: The number of characters of a body that an exception quotes.
EXCERPT = 500
#: The number of bytes that are searched for secrets before an excerpt is taken.
QUOTED = 1 << 16
#: Bodies without content where an object is expected.
NOTHING = (b"", b"null", b"{}")
#: The status codes of redirects.
REDIRECTS = (301, 302, 303, 307, 308)
SHAPES: dict[str, type[Any]] = {"object": dict, "array": list}


def data(request: Request[T], response: ReceivedResponse) -> T:
    """Decode a response as its operation requires.

    Args:
        request: The request.
        response: The response with its body.

    Returns:
        The result of the operation.

    Raises:
        ApiException: The server returned an error status.
        InvalidResponse: The server returned a success status, but not the expected content.
    """
    if not response.is_success:
        raise error_from_response(request, response)
    if request.response_kind == "nothing":
        if _is_page(response):
            raise _invalid(
                request, response, "the response is a web page, so the operation may not have been carried out"
            )
        return request.read(None)
    if request.response_kind == "bytes":
        return request.read(response.content)
    text, may_be_deep = _text(request, response.content), has_many_levels(response.content)
    response = _quotable(response)  # a long body must not be in memory beside its text and its objects
    value, problem = _decoded(request, text, may_be_deep)
    if not problem:
        try:
            return request.read(value)
        except InvalidDocument as error:
            problem = str(error)
    # Raised here, because the exceptions that the problem came from hold the whole body.
    raise _invalid(request, response, problem)


def token(request: Request[Verification], response: ReceivedResponse) -> str:
    """Return the token of a login.

    Args:
        request: The request.
        response: The response with its body.

    Raises:
        ApiException: The server returned an error status.
        InvalidResponse: The response contains no token that can stand in a header.
    """
    found = data(request, response).jwt_token
    line = found.strip() if isinstance(found, str) else ""
    if not line or not line.isascii() or not line.isprintable():
        raise _invalid(request, response, "the response contains no token", body="")
    return line


def is_empty(request: Request[Any], response: ReceivedResponse) -> bool:
    """Return whether a response is a success without content, as of operations that go on in the background (S9).

    Args:
        request: The request.
        response: The response with its body.
    """
    return response.is_success and request.response_kind == "object" and response.content.strip() in NOTHING


def error_from_response(request: Request[Any], response: ReceivedResponse) -> ApiException:
    """Make the exception of a response with an error status; the status alone decides its class.

    Args:
        request: The request.
        response: The response with its body.
    """
    plain = response.content.decode("utf-8", "replace")
    errors = [_masked(error, request, response) for error in messages(plain)]
    text = _masked(plain, request, response)
    where = _masked(_redirection(request, response), request, response)
    reason = _masked(response.reason_phrase, request, response)
    text_or_reason = ", ".join(errors) or where or text.strip()[:EXCERPT] or reason
    kind = for_status(response.status_code)
    from comodit_client.rest import hints  # most scripts see no error

    return kind(
        text_or_reason or "no reason was given",
        response.status_code,
        errors=errors,
        **_context(request, response),
        body=text[:EXCERPT],
        hint=_masked(hints.of_response(request, response, kind.HINT), request, response),
    )


def messages(text: str) -> list[str]:
    """Return the server's messages from the body of an error (S7).

    Args:
        text: The body: JSON with a member `error` that is a list, a string or an object, or anything else.

    Returns:
        The messages; empty when the body has another form.
    """
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return []
    said = body.get("error") if isinstance(body, dict) else None
    if said is None:
        return []
    return [
        item if isinstance(item, str) else json.dumps(item)
        for item in (said if isinstance(said, list) else [said])
        if item
    ]


def redirection(request: Request[Any], response: ReceivedResponse) -> str | None:
    """Return the target of a redirect, if it may receive the credentials.

    Args:
        request: The request.
        response: The response.

    Returns:
        The URL; None unless the request reads and the target has the same origin.
    """
    if response.status_code not in REDIRECTS or request.method != "GET":
        return None
    location = response.headers.get("Location")
    if location is None:
        return None
    here = response.request.url
    try:
        there = here.join(location)
    except InvalidUrl:
        return None
    same_origin = (there.scheme, there.host, there.port) == (here.scheme, here.host, here.port)
    return str(there) if same_origin else None


def damaged(request: Request[Any], response: ReceivedResponse, reason: str) -> InvalidResponse:
    """Make the exception of a response whose body cannot be decoded.

    Args:
        request: The request.
        response: The response without its body.
        reason: The reason.
    """
    return _invalid(request, response, reason, body="")


def transport_error(
    request: Request[Any], url: str, error: Exception, attempts: int = 1, response: ReceivedResponse | None = None
) -> TransportError:
    """Make the exception of a request that got no response, or only a part of one.

    Args:
        request: The request.
        url: The URL of the request.
        error: What httpx raised; it becomes the cause. Secrets are removed from it.
        attempts: The number of attempts.
        response: The response, if its headers came.
    """
    from comodit_client.rest import hints, masking  # most scripts see no error

    hint = hints.of_failure(request, url, error, isinstance(error, ConnectionFailure))
    hint = f"; {hint}" if hint else ""
    context: dict[str, Any] = {"method": request.method, "url": shown(url), "attempts": attempts}
    reason = masking.clean(error, request) or type(error).__name__
    if isinstance(error, TimeoutException):
        part = "no response came" if response is None else "the response did not end"
        return RequestTimeout(f"{part} in time; try again, or raise the timeout", **context)
    if response is not None:
        return IncompleteResponse(f"the response ended early ({reason})", response.status_code, **context)
    if not isinstance(error, ConnectionFailure):
        return TransportError(f"no response came ({reason}){hint}", **context)
    return ConnectError(f"no connection could be established ({reason}){hint}", **context)


def _text(request: Request[Any], content: bytes) -> str | None:
    """Return the text of a body; None if it is not text."""
    try:
        if request.response_kind == "text":
            return content.decode("utf-8")
        return content.decode(json.detect_encoding(content), "surrogatepass")  # as json.loads decodes it
    except UnicodeDecodeError:
        return None


def _decoded(request: Request[Any], text: str | None, may_be_deep: bool) -> tuple[Any, str]:
    """Return the decoded body, and why it is not of the kind that the operation has; empty if it is."""
    if request.response_kind == "text":
        return text, "the response is not text" if text is None else ""
    try:
        with Paused(len(text or "") // BYTES_PER_OBJECT):
            value = json.loads(text or "")
    except (ValueError, RecursionError):
        return None, "the response is not JSON" if text is None or text.strip() else "the response is empty"
    shape = SHAPES.get(request.response_kind)
    if shape is not None and not isinstance(value, shape):
        return None, f"the response is not a JSON {request.response_kind} but a {type(value).__name__}"
    return value, "the response is nested too deeply" if may_be_deep and is_too_deep(value) else ""


def _quotable(response: ReceivedResponse) -> ReceivedResponse:
    """Return a response that holds only as much of its body as an exception may quote."""
    if len(response.content) <= QUOTED:
        return response
    return attrs.evolve(response, content=response.content[:QUOTED])


def _masked(text: str, request: Request[Any], response: ReceivedResponse) -> str:
    """Mask the secrets of a request in a text from the server.

    Args:
        text: The text.
        request: The request.
        response: The response that contains the text.
    """
    from comodit_client.rest import masking  # most scripts see no error

    return masking.masked(text, request, response.request)


def _is_page(response: ReceivedResponse) -> bool:
    # A proxy or a login page may respond in the server's place, with a success status.
    return response.headers.get("Content-Type", "").startswith("text/html") and bool(response.content.strip())


def _invalid(request: Request[Any], response: ReceivedResponse, what: str, body: str | None = None) -> InvalidResponse:
    from comodit_client.rest import hints

    text = _masked(response.content.decode("utf-8", "replace"), request, response) if body is None else body
    kind = _masked(response.headers.get("Content-Type", "no type"), request, response)[:EXCERPT]
    hint = _masked(hints.of_root(request, response), request, response)
    context = _context(request, response)
    return InvalidResponse(f"{what} ({kind})", response.status_code, **context, body=text[:EXCERPT], hint=hint)


def _redirection(request: Request[Any], response: ReceivedResponse) -> str:
    target = response.headers.get("Location")
    if target is None or not 300 <= response.status_code < 400:
        return ""
    from comodit_client.rest import hints

    hint = hints.of_redirect(request, response, target)
    return f"the server redirects to {shown(target)}, which does not receive the credentials; {hint}"


def _context(request: Request[Any], response: ReceivedResponse) -> dict[str, Any]:
    request_id = response.headers.get("X-Request-Id")
    return {
        "method": request.method,
        "url": shown(str(response.request.url)),
        "request_id": request_id and _masked(request_id, request, response),
        "attempts": response.attempts,
    }
