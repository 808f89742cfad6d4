"""The warning and the exception for lists that the server returned only in part."""

from __future__ import annotations

from comodit_client.wire.errors import PythonApiException


class IncompleteList(UserWarning):
    """A list has fewer items than the server says there are. The items that came are returned.

    [Cause and remedy](../exceptions/IncompleteList.md)
    """


class IncompleteListError(PythonApiException):
    """An operation that needs a whole list got only a part of it, so it did nothing.

    [Cause and remedy](../exceptions/IncompleteListError.md)

    Args:
        message: The list, the numbers and the reason.
        url: The URL of the list, relative to the API root.
        found: The number of items that came.
        total: The number of items that the server says there are.
    """

    def __init__(self, message: str, *, url: str = "", found: int = 0, total: int = 0) -> None:
        super().__init__(message)
        self.url = url
        self.found = found
        self.total = total
