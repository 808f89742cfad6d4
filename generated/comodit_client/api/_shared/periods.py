# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/periods.py.
# Do not edit: change that, then run `make generate`.
"""Periods of time, which select entries of logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from comodit_client.rest.exceptions import InvalidArgument
from comodit_client.wire.dates import parse_date

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.api.logs import Log

L = TypeVar("L", bound="Log")


@attrs.frozen
class Period:
    """A period of time. Either end may be open.

    Args:
        start: The start, which is a part of the period; None if it has no start.
        end: The end, which is not; None if it has no end.
    """

    start: datetime | None
    end: datetime | None

    def select(self, entries: list[L]) -> list[L]:
        """Return the entries that are in the period. All are if it has neither a start nor an end.

        Args:
            entries: The entries of a log. One without a time is in no period that has a start or an end.

        Raises:
            InvalidDate: The time of an entry cannot be read.
        """
        if self.start is None and self.end is None:
            return entries
        return [entry for entry in entries if self._includes(entry.time)]

    def _includes(self, moment: datetime | None) -> bool:
        if moment is None:
            return False
        return (self.start is None or self.start <= moment) and (self.end is None or moment < self.end)


def period(since: datetime | str | None, until: datetime | str | None) -> Period:
    """Return the period between two arguments.

    Args:
        since: The start.
        until: The end.

    Raises:
        InvalidArgument: One is not a date with a time zone, or the end is before the start.
    """
    start, end = _bound("since", since), _bound("until", until)
    if start is not None and end is not None and end < start:
        raise InvalidArgument(f"Cannot list the entries since {since} until {until}: the end is before the start.")
    return Period(start, end)


def _bound(name: str, value: object) -> datetime | None:
    from datetime import datetime

    if value is None:
        return None
    found = value if isinstance(value, datetime) else parse_date(value)
    if found is None or found.utcoffset() is None:
        raise InvalidArgument(
            f"Cannot use {name}={value!r}: it is not a date with a time zone. Pass an aware datetime such as "
            "datetime.now(UTC), or text such as '2030-04-04T15:37:30+0200'."
        )
    return found
