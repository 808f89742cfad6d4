"""Pages of lists: the query parameters `offset` and `count`.

The documentation has an offset in each list, but no parameter for it (S3). These names are inferred: they are those of
the members in the response.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from attrs import frozen

from comodit_client.sandbox.errors import bad_request

Item = TypeVar("Item")

_NUMBER = re.compile("[0-9]{1,18}")


@frozen
class Page:
    """A part of a list.

    Attributes:
        offset: The position of its first item.
        count: The most items that it has; None for all that follow.
    """

    offset: int = 0
    count: int | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Page:
        """Return the page that a query asks for; the whole list without parameters.

        Raises:
            ApiError: A parameter is not an integer of 0 or more.
        """
        return cls(_number(query, "offset") or 0, _number(query, "count"))

    def choose(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the items on the page; none if it begins behind the last one."""
        return items[self.offset :][: self.count] if self != _ALL else items


_ALL = Page()


def _number(query: Mapping[str, str], name: str) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text):
        raise bad_request(f"The query parameter '{name}' must be an integer of 0 or more, for example 100")
    return int(text)
