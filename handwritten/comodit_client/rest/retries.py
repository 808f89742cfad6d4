"""Whether a request is sent again, and after what pause."""

from __future__ import annotations

import random
import time
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote

from comodit_client.rest.exceptions import ApiException
from comodit_client.rest.http import HttpResponse, NotConnected, is_passing
from comodit_client.rest.options import RetryPolicy
from comodit_client.wire.request import Request

#: The verbs of operations that leave the same behind when they are carried out twice.
PLAIN = frozenset({"update", "delete", "clear"})


def after_fault(policy: RetryPolicy, request: Request[Any], attempt: int, error: Exception) -> float | None:
    """Decide what follows when no answer came.

    Args:
        policy: The policy.
        request: What was asked.
        attempt: How often it was sent.
        error: What the HTTP library raised.

    Returns:
        Seconds to pause before it is sent again; None when it is not.
    """
    worth_it = is_passing(error) and (isinstance(error, NotConnected) or repeatable(request))
    if attempt >= policy.attempts or not worth_it:
        return None
    return _pause(policy, attempt)


def after_answer(policy: RetryPolicy, request: Request[Any], attempt: int, response: HttpResponse) -> float | None:
    """Decide what follows an answer.

    Args:
        policy: The policy.
        request: What was asked.
        attempt: How often it was sent.
        response: The answer.

    Returns:
        Seconds to pause before the request is sent again; None when it is not.
    """
    if response.status_code not in policy.statuses or attempt >= policy.attempts or not repeatable(request):
        return None
    asked = _retry_after(response.headers.get("Retry-After", ""))
    return _pause(policy, attempt) if asked is None else min(asked, policy.cap)


def after_login(policy: RetryPolicy, attempt: int, refusal: ApiException) -> float | None:
    """Decide what follows when the login before a request was refused; the request itself was not sent.

    Args:
        policy: The policy.
        attempt: How often it was tried.
        refusal: What the login was answered.

    Returns:
        Seconds to pause before it is tried again; None when it is not.
    """
    return _pause(policy, attempt) if refusal.code in policy.statuses and attempt < policy.attempts else None


def repeatable(request: Request[Any]) -> bool:
    """Tell whether sending a request twice does the same as sending it once.

    Args:
        request: What is asked.

    Returns:
        True for reading, and for replacing and deleting what the URL names; not for renaming, for the second time
        there is nothing of the old name.
    """
    if request.method in ("GET", "HEAD"):
        return True
    if request.operation.rpartition(".")[2] not in PLAIN:
        return False
    return request.method == "DELETE" or (request.method == "PUT" and not _renames(request))


def _renames(request: Request[Any]) -> bool:
    if not isinstance(request.body, dict):
        return False
    now = unquote(request.path.rstrip("/").rpartition("/")[2])
    return any(request.body.get(member, now) not in (now, None) for member in ("name", "key"))


def _pause(policy: RetryPolicy, attempt: int) -> float:
    # Full jitter: many clients that failed together do not come back together.
    return random.uniform(0, min(policy.cap, policy.base * 2 ** (attempt - 1)))  # noqa: S311 - no secret depends on it


def _retry_after(text: str) -> float | None:
    try:
        seconds = float(text) if text.strip().isdigit() else parsedate_to_datetime(text).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, seconds)
