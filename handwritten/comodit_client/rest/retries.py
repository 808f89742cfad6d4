"""Decides whether a request is retried, and after which pause."""

from __future__ import annotations

import random
import time
from typing import Any, TypeVar
from urllib.parse import unquote

from attrs import evolve

from comodit_client.rest.exceptions import ApiException
from comodit_client.rest.http import NOT_SENT, is_transient
from comodit_client.rest.options import RetryPolicy
from comodit_client.rest.received import ReceivedResponse
from comodit_client.wire.request import Request

T = TypeVar("T")
#: The verbs of idempotent operations, besides reading.
IDEMPOTENT = frozenset({"update", "delete", "clear"})


def after_error(policy: RetryPolicy, request: Request[Any], attempt: int, error: Exception) -> float | None:
    """Decide whether to retry a request that got no response.

    Args:
        policy: The policy.
        request: The request.
        attempt: The number of attempts so far.
        error: What httpx raised.

    Returns:
        Seconds to pause before the next attempt; None to give up.
    """
    worth_it = is_transient(error) and (isinstance(error, NOT_SENT) or is_idempotent(request))
    if attempt >= policy.attempts or not worth_it:
        return None
    return pause(policy, attempt)


def after_response(
    policy: RetryPolicy, request: Request[Any], attempt: int, response: ReceivedResponse
) -> float | None:
    """Decide whether to retry a request that got a response.

    Args:
        policy: The policy.
        request: The request.
        attempt: The number of attempts so far.
        response: The response.

    Returns:
        Seconds to pause before the next attempt; None to give up.
    """
    if response.status_code not in policy.statuses or attempt >= policy.attempts or not is_idempotent(request):
        return None
    asked = _retry_after(response.headers.get("Retry-After", ""))
    return pause(policy, attempt) if asked is None else min(asked, policy.cap)


def after_login(policy: RetryPolicy, attempt: int, error: ApiException) -> float | None:
    """Decide whether to retry a login that failed; the request after it was not sent.

    Args:
        policy: The policy.
        attempt: The number of attempts so far.
        error: The error of the login.

    Returns:
        Seconds to pause before the next attempt; None to give up.
    """
    return pause(policy, attempt) if error.code in policy.statuses and attempt < policy.attempts else None


def is_idempotent(request: Request[Any]) -> bool:
    """Return whether sending a request twice has the same effect as sending it once.

    Args:
        request: The request.

    Returns:
        True for reading, and for replacing and deleting the entity of the URL. False for renaming: the second request
        does not find the old name. False for a condition on the version, which the first request changes.
    """
    if "If-Match" in request.headers:
        return False
    if request.method in ("GET", "HEAD"):
        return True
    if request.operation.rpartition(".")[2] not in IDEMPOTENT:
        return False
    return request.method == "DELETE" or (request.method == "PUT" and not _renames(request))


def next_request(request: Request[T], error: Exception | None = None) -> Request[T]:
    """Return the request to send next, after an attempt whose outcome is unknown.

    Args:
        request: The request.
        error: What httpx raised; None if there was a response.

    Returns:
        An update without the version that was read: if the attempt was carried out, it has changed that version, and a
        server that checks it would take the retry for a conflict. All other requests stay as they are.
    """
    is_update = request.operation.endswith(".update") and isinstance(request.body, dict) and "version" in request.body
    if not is_update or "If-Match" in request.headers or isinstance(error, NOT_SENT):
        return request
    return evolve(request, body={name: value for name, value in request.body.items() if name != "version"})


def _renames(request: Request[Any]) -> bool:
    if not isinstance(request.body, dict):
        return False
    now = unquote(request.path.rstrip("/").rpartition("/")[2])
    return any(request.body.get(member, now) not in (now, None) for member in ("name", "key"))


def pause(policy: RetryPolicy, attempt: int) -> float:
    """Return the seconds to pause before the next attempt.

    Args:
        policy: The policy.
        attempt: The number of attempts so far.
    """
    # Full jitter: clients that failed together do not return together.
    return random.uniform(0, min(policy.cap, policy.base * 2 ** (attempt - 1)))  # noqa: S311 - no secret depends on it


def _retry_after(text: str) -> float | None:
    from email.utils import parsedate_to_datetime  # loads slowly, and most scripts never need it

    try:
        seconds = float(text) if text.strip().isdigit() else parsedate_to_datetime(text).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, seconds)
