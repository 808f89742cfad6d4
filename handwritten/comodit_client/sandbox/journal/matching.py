"""Comparison of requests with the members that an assertion expects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.journal.recorded import RecordedRequest

#: The value of a member that a request does not have.
ABSENT: Final = object()


@frozen
class ExpectedCall:
    """The requests that an assertion is about.

    Attributes:
        operation: Their operation.
        members: Their members: values, or functions that accept a value.
        status: Their status code, or a function that accepts one; None for any.
    """

    operation: str
    members: Mapping[str, Any]
    status: Any = None

    def matches(self, request: RecordedRequest) -> bool:
        """Return whether a request has the operation and all members."""
        return request.operation == self.operation and not self.differences(request)

    def differences(self, request: RecordedRequest) -> list[str]:
        """Return the names of the members in which a request differs; the status is the last one."""
        actual = members_of(request.names, request.body, request.query)
        names = [name for name, wanted in self.members.items() if not _is_equal(wanted, actual.get(name, ABSENT))]
        is_other = self.status is not None and not _is_equal(self.status, request.status)
        return [*names, "status"] if is_other else names


def members_of(names: Mapping[str, str], body: Any, query: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the members of a request: variables of its path, else members of its body, else parameters of its query.

    Args:
        names: The variables of the path.
        body: The JSON body.
        query: The query.
    """
    parameters = {name: _Parameter(value) for name, value in query.items()}
    return {**parameters, **(body if isinstance(body, dict) else {}), **names}


class _Parameter(str):
    """A parameter of a query, which also equals the number or the boolean that it represents."""

    __slots__ = ()


def _is_equal(wanted: Any, actual: Any) -> bool:
    if callable(wanted):
        return actual is not ABSENT and bool(wanted(actual))
    if isinstance(actual, _Parameter):
        return str(wanted).lower() == actual.lower() if isinstance(wanted, (bool, int)) else wanted == actual
    # The API takes null for an absent member (S15).
    return actual is ABSENT or actual is None if wanted is None else bool(wanted == actual)
