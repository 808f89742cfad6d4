"""How an answer becomes data, or one of our exceptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from comodit_client.rest.endpoint import shown
from comodit_client.rest.exceptions import ApiException, InvalidResponse, RequestTimeout, TransportError, for_status
from comodit_client.rest.http import HttpRequest, HttpResponse, TimeoutFault
from comodit_client.rest.masking import masked
from comodit_client.wire.request import Request

if TYPE_CHECKING:
    from comodit_client.wire.account import Verification

T = TypeVar("T")
#: How many characters of an answer's body an exception quotes.
EXCERPT = 500
#: Where a response says how often its request was sent.
ATTEMPTS = "comodit_attempts"
#: The JSON texts, and the lack of one, that tell nothing about an object.
NOTHING = (b"", b"null", b"{}")
SHAPES: dict[str, type[Any]] = {"object": dict, "array": list}


def data(request: Request[T], response: HttpResponse) -> T:
    """Read an answer as the operation says.

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        What the operation gives.

    Raises:
        ApiException: The answer is a refusal.
        InvalidResponse: The answer is a success, but not what was promised.
    """
    if not 200 <= response.status_code < 300:
        raise error_from_response(request, response)
    if request.response_kind == "nothing":
        if _is_page(response):
            raise _unreadable(request, response, "the answer is a web page, so this may not have been done")
        return request.read(None)
    if request.response_kind == "bytes":
        return request.read(response.content)
    try:
        value = response.content.decode("utf-8") if request.response_kind == "text" else json.loads(response.content)
    except (ValueError, RecursionError) as error:
        wanted = "text" if request.response_kind == "text" else "JSON"
        found = f"is not {wanted}" if response.content.strip() else "is empty"
        raise _unreadable(request, response, f"the answer {found}") from error
    shape = SHAPES.get(request.response_kind)
    if shape is not None and not isinstance(value, shape):
        raise _unreadable(request, response, f"a JSON {request.response_kind} was expected, not {type(value).__name__}")
    return request.read(value)


def token(request: Request[Verification], response: HttpResponse) -> str:
    """Read the token that a login gives.

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        The token.

    Raises:
        ApiException: The answer is a refusal.
        InvalidResponse: It holds no token that can stand in a header.
    """
    found = data(request, response).jwt_token
    if (
        not isinstance(found, str)
        or not found.strip().isascii()
        or not found.strip().isprintable()
        or not found.strip()
    ):
        raise _unreadable(request, response, "the answer holds no token", body="")
    return found.strip()


def is_empty(request: Request[Any], response: HttpResponse) -> bool:
    """Tell whether an answer is a success that tells nothing, as asynchronous verbs give (S9).

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        True when there is nothing to read.
    """
    success = 200 <= response.status_code < 300
    return success and request.response_kind == "object" and response.content.strip() in NOTHING


def error_from_response(request: Request[Any], response: HttpResponse) -> ApiException:
    """Make the exception for an answer that is no success.

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        The exception; the status alone decides which.
    """
    plain = response.content.decode("utf-8", "replace")
    errors = [masked(error, request, response.request) for error in messages(plain)]
    text = masked(plain, request, response.request)
    where = masked(_redirection(response), request, response.request)
    said = ", ".join(errors) or where or text.strip()[:EXCERPT] or response.reason_phrase
    kind = for_status(response.status_code)
    return kind(
        said or "no reason was given",
        response.status_code,
        errors=errors,
        **_asked(request, response),
        body=text[:EXCERPT],
    )


def messages(text: str) -> list[str]:
    """Find the server's messages in the body of a refusal (S7).

    Args:
        text: The body; JSON with a member `error` that is a list, a text or an object, or anything else.

    Returns:
        The messages; none where the body is not of that form.
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


def redirection(request: Request[Any], response: HttpResponse) -> HttpRequest | None:
    """Find where an answer sends a request on, if that place may see its credentials.

    Args:
        request: What was asked.
        response: The answer.

    Returns:
        The request to send next, for reading at the same origin only.
    """
    target = response.next_request
    allowed = request.method == "GET" and target is not None and _origin(target) == _origin(response.request)
    return target if allowed else None


def _origin(request: HttpRequest) -> tuple[str, str, int | None]:
    return request.url.scheme, request.url.host, request.url.port


def fault(request: Request[Any], url: str, error: Exception, attempts: int = 1) -> TransportError:
    """Make the exception for a request that got no answer.

    Args:
        request: What was asked.
        url: The URL that was asked.
        error: What the HTTP library raised; it stays the cause.
        attempts: How often the request was sent.

    Returns:
        The exception.
    """
    asked: dict[str, Any] = {"method": request.method, "url": shown(url), "attempts": attempts}
    if isinstance(error, TimeoutFault):
        return RequestTimeout("no answer came in time", **asked)
    return TransportError(f"no answer came ({str(error) or type(error).__name__})", **asked)


def _is_page(response: HttpResponse) -> bool:
    # What a proxy or a login page says in the server's place, with a good status.
    return response.headers.get("Content-Type", "").startswith("text/html") and bool(response.content.strip())


def _unreadable(request: Request[Any], response: HttpResponse, what: str, body: str | None = None) -> InvalidResponse:
    text = masked(response.content.decode("utf-8", "replace"), request, response.request) if body is None else body
    kind = response.headers.get("Content-Type", "no type")
    return InvalidResponse(f"{what} ({kind})", response.status_code, **_asked(request, response), body=text[:EXCERPT])


def _redirection(response: HttpResponse) -> str:
    target = response.headers.get("Location")
    if target is None or not 300 <= response.status_code < 400:
        return ""
    return f"the server points to {shown(target)}, and credentials are not sent on: is the endpoint right?"


def _asked(request: Request[Any], response: HttpResponse) -> dict[str, Any]:
    return {
        "method": request.method,
        "url": shown(str(response.request.url)),
        "request_id": response.headers.get("X-Request-Id"),
        "attempts": response.extensions.get(ATTEMPTS, 1),
    }
