"""Assertions on the requests of a journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comodit_client.sandbox.journal.lines import result_line
from comodit_client.sandbox.journal.messages import called_text, lines, listed, nearest, times_text

if TYPE_CHECKING:
    from comodit_client.sandbox.journal.journal import Journal
    from comodit_client.sandbox.journal.matching import ExpectedCall
    from comodit_client.sandbox.journal.recorded import RecordedRequest


def check_called(journal: Journal, expected: ExpectedCall, times: int | None) -> None:
    """Check that a call was made.

    Args:
        journal: The journal.
        expected: The call.
        times: How often it must have been made; None for at least once.

    Raises:
        ApiError: The operation or a member does not exist.
        AssertionError: The call was not made, or not as often.
    """
    __tracebackhide__ = True
    journal.catalog.check(expected.operation, expected.members)
    found, others = _separated(journal.requests(), expected)
    if found and times is None:
        return
    _check_is_complete(journal)
    if len(found) == times:
        return
    call = called_text(expected, [*found, *others], journal.mask)
    number = "not called" if not found else f"called {times_text(len(found))}"
    wanted = "" if times is None else f", expected {times_text(times)}"
    message = f"{call} was {number}{wanted}.{_indented(found)}"
    if times is None or len(found) < times:
        message += f"\n{nearest(expected, others, journal.mask)}"
    raise AssertionError(message)


def check_not_called(journal: Journal, expected: ExpectedCall) -> None:
    """Check that a call was not made.

    Raises:
        ApiError: The operation or a member does not exist.
        AssertionError: The call was made.
    """
    __tracebackhide__ = True
    check_called(journal, expected, 0)


def check_nothing_changed(journal: Journal) -> None:
    """Check that no request changed something.

    Raises:
        AssertionError: A request did.
    """
    __tracebackhide__ = True
    _check_is_complete(journal)
    changes = [request for request in journal.requests() if request.changed_something]
    if changes:
        raise AssertionError(f"{_number(changes, 'request')} changed something, expected none:{listed(changes)}")


def check_no_unexpected(journal: Journal) -> None:
    """Check that all requests are valid, and that the sandbox could handle them.

    Raises:
        AssertionError: A request is unexpected.
    """
    __tracebackhide__ = True
    _check_is_complete(journal)
    reasons = [(request, _unexpected(request)) for request in journal.requests()]
    found = [(request, reason) for request, reason in reasons if reason]
    if found:
        texts = [f"{result_line(request)} ({reason})" for request, reason in found]
        raise AssertionError(f"{_number(texts, 'unexpected request')}:{lines(texts)}")


def _separated(
    requests: list[RecordedRequest], expected: ExpectedCall
) -> tuple[list[RecordedRequest], list[RecordedRequest]]:
    """Return the requests that match a call, and the others."""
    parts: tuple[list[RecordedRequest], list[RecordedRequest]] = ([], [])
    for request in requests:
        parts[not expected.matches(request)].append(request)
    return parts


def _unexpected(request: RecordedRequest) -> str:
    """Return why a request is unexpected, or nothing if it is not."""
    if request.operation is None:
        return "no such operation"
    if request.served in (400, 413, 415) and not request.is_valid:
        return "the query or the body is invalid"
    # A fault replaces the status of the response, not that of the handling.
    return {501: "not implemented by the sandbox", 500: "defect of the sandbox"}.get(request.served, "")


def _check_is_complete(journal: Journal) -> None:
    __tracebackhide__ = True
    if journal.dropped:
        raise AssertionError(
            f"Cannot check all requests: the sandbox dropped the oldest {journal.dropped}. Call clear_requests() "
            "before the part of the test that the assertion is about."
        )


def _number(items: Sequence[object], noun: str) -> str:
    return f"{len(items)} {noun}{'s' * (len(items) != 1)}"


def _indented(found: list[RecordedRequest]) -> str:
    return f" Calls:{listed(found)}" if found else ""
