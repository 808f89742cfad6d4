"""How an answer becomes data, or one of our exceptions."""

from __future__ import annotations

import json
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from comodit_client.rest.exceptions import ApiException, ConnectionFailed, RequestTimeout, UnreadableAnswer, for_status
from comodit_client.rest.http import HttpResponse, TimeoutFault
from comodit_client.wire.request import Request

T = TypeVar("T")
EXCERPT = 500
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
        UnreadableAnswer: The answer is a success, but not what was promised.
    """
    if not 200 <= response.status_code < 300:
        raise refusal(request, response)
    if request.answer == "nothing":
        return request.read(None)
    if request.answer == "bytes":
        return request.read(response.content)
    try:
        value = response.content.decode("utf-8") if request.answer == "text" else json.loads(response.content)
    except ValueError as error:
        wanted = "text" if request.answer == "text" else "JSON"
        raise _unreadable(request, response, f"the answer is not {wanted}") from error
    shape = SHAPES.get(request.answer)
    if shape is not None and not isinstance(value, shape):
        raise _unreadable(request, response, f"a JSON {request.answer} was expected, not {type(value).__name__}")
    return request.read(value)


def is_empty(request: Request[Any], response: HttpResponse) -> bool:
    """Tell whether an answer is a success that carries nothing, as asynchronous verbs give (S9).

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        True when there is nothing to read.
    """
    return 200 <= response.status_code < 300 and request.answer == "object" and not response.content.strip()


def refusal(request: Request[Any], response: HttpResponse) -> ApiException:
    """Make the exception for an answer that is no success.

    Args:
        request: What was asked.
        response: The answer, read in full.

    Returns:
        The exception; the status alone decides which.
    """
    text = response.content.decode("utf-8", "replace")
    errors = messages(text)
    said = ", ".join(errors) or text.strip()[:EXCERPT] or response.reason_phrase or "no reason was given"
    kind = for_status(response.status_code)
    return kind(said, response.status_code, errors=errors, **_asked(request, response), body=text[:EXCERPT])


def messages(text: str) -> list[str]:
    """Find the server's messages in the body of a refusal (S7).

    Args:
        text: The body; JSON with a member `error` that is a list, a text or an object, or anything else.

    Returns:
        The messages; none where the body is not of that form.
    """
    try:
        body = json.loads(text)
    except ValueError:
        return []
    said = body.get("error") if isinstance(body, dict) else None
    if said is None:
        return []
    return [
        item if isinstance(item, str) else json.dumps(item)
        for item in (said if isinstance(said, list) else [said])
        if item
    ]


def fault(request: Request[Any], url: str, error: Exception) -> ConnectionFailed:
    """Make the exception for a request that got no answer.

    Args:
        request: What was asked.
        url: The URL that was asked.
        error: What the HTTP library raised; it stays the cause.

    Returns:
        The exception.
    """
    if isinstance(error, TimeoutFault):
        return RequestTimeout("no answer came in time", method=request.method, url=shown(url))
    reason = str(error) or type(error).__name__
    return ConnectionFailed(f"no answer came ({reason})", method=request.method, url=shown(url))


def shown(url: str) -> str:
    """Make a URL fit to be shown: credentials in it are left out.

    Args:
        url: A URL.

    Returns:
        The URL without user name and password.
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _unreadable(request: Request[Any], response: HttpResponse, what: str) -> UnreadableAnswer:
    text = response.content.decode("utf-8", "replace")
    kind = response.headers.get("Content-Type", "no type")
    return UnreadableAnswer(f"{what} ({kind})", response.status_code, **_asked(request, response), body=text[:EXCERPT])


def _asked(request: Request[Any], response: HttpResponse) -> dict[str, Any]:
    return {
        "method": request.method,
        "url": shown(str(response.request.url)),
        "request_id": response.headers.get("X-Request-Id"),
    }
