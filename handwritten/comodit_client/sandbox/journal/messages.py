"""The messages of failed assertions: which requests come nearest, without secrets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.journal.lines import call_line, result_line
from comodit_client.sandbox.journal.matching import ABSENT, members_of
from comodit_client.sandbox.state.definitions import MASK

if TYPE_CHECKING:
    from comodit_client.sandbox.journal.matching import ExpectedCall
    from comodit_client.sandbox.journal.recorded import RecordedRequest
    from comodit_client.sandbox.journal.secrets import SecretMask

#: The lines of each list in a message.
_MAX_LINES = 10
#: Longer values are cut.
_MAX_VALUE = 100


def called_text(expected: ExpectedCall, requests: Iterable[RecordedRequest], mask: SecretMask) -> str:
    """Return the expected call: its operation and its members.

    Args:
        expected: The call.
        requests: The requests that were received. A value that is secret in them is secret in the test as well.
        mask: Masks secrets.
    """
    same = [request for request in requests if request.operation == expected.operation]
    secret = {name for request in same for name, value in _masked_members(request).items() if value == MASK}
    texts = _shown_expected(expected, mask)
    members = [f"{name}={MASK if name in secret else text}" for name, text in texts.items()]
    return f"{expected.operation}({', '.join(members)})"


def times_text(count: int) -> str:
    """Return a number of times."""
    return {0: "none", 1: "once"}.get(count, f"{count} times")


def listed(requests: Iterable[RecordedRequest]) -> str:
    """Return a line for each request."""
    return lines([result_line(request) for request in requests])


def lines(texts: Sequence[str]) -> str:
    """Return indented lines, not too many."""
    shown = [f"\n  {text}" for text in texts[:_MAX_LINES]]
    rest = len(texts) - len(shown)
    return "".join(shown) + (f"\n  and {rest} more" if rest else "")


def nearest(expected: ExpectedCall, others: Sequence[RecordedRequest], mask: SecretMask) -> str:
    """Return what comes nearest to an expected call.

    Args:
        expected: The call.
        others: The requests that do not match it.
        mask: Masks secrets.
    """
    same = [request for request in others if request.operation == expected.operation]
    if same:
        same.sort(key=lambda request: len(expected.differences(request)))
        return f"Other calls of {expected.operation}:{lines([_compared(expected, each, mask) for each in same])}"
    called = {request.operation for request in others if request.operation}
    near = get_close_matches(expected.operation, sorted(called))
    if near:
        similar = [request for request in others if request.operation in near]
        return f"Calls of similar operations:{listed(similar)}"
    if not others:
        return "The sandbox received no other requests."
    counts = Counter(request.operation or call_line(request) for request in others)
    return f"Other requests:{lines([f'{name} {times_text(count)}' for name, count in counts.items()])}"


def _compared(expected: ExpectedCall, request: RecordedRequest, mask: SecretMask) -> str:
    """Return a call with the members in which it differs from the expected one."""
    wanted, members = _shown_expected(expected, mask), _masked_members(request)
    texts = []
    for name in expected.differences(request):
        actual = request.status if name == "status" else members.get(name, ABSENT)
        text = "another value" if actual == MASK else wanted[name]
        texts.append(f"{name} is {_shown(actual)}, expected {text}")
    return f"{call_line(request)}: {', '.join(texts)}"


def _masked_members(request: RecordedRequest) -> Mapping[str, Any]:
    return members_of(request.names, request.masked_body(), request.masked_query())


def _shown_expected(expected: ExpectedCall, mask: SecretMask) -> dict[str, str]:
    """Return the expected members as text, with the secrets masked."""
    names = {"setting": expected.members["setting"]} if "setting" in expected.members else {}
    masked = mask.body(expected.operation, names, dict(expected.members))
    status = {} if expected.status is None else {"status": expected.status}
    return {name: _shown(value) for name, value in {**masked, **status}.items()}


def _shown(value: Any) -> str:
    if value is ABSENT:
        return "absent"
    if callable(value):
        return f"a value that {getattr(value, '__name__', type(value).__name__)} accepts"
    if value == MASK:
        return MASK
    text = repr(str(value) if isinstance(value, str) else value)
    return text if len(text) <= _MAX_VALUE else f"{text[: _MAX_VALUE - 1]}…"
