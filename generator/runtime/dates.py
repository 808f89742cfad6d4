"""Dates of the API: text in the JSON object, datetimes with a time zone in Python."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from generator.runtime.errors import InvalidArgument, InvalidDate

if TYPE_CHECKING:
    from generator.runtime.view import View

#: Whether the server writes the offset with a colon, as RFC 3339 does. The generator sets it.
COLON_IN_OFFSET = True


def read_date(view: View, member: str) -> datetime | None:
    """Read the text of a member as a date.

    Args:
        view: The object.
        member: The member's name in the JSON object.

    Returns:
        The date with its time zone; None if the member is absent or null.

    Raises:
        InvalidDate: The value is not a date with a time zone.
    """
    value = view.get_json().get(member)
    if value is None:
        return None
    found = parse_date(value)
    if found is None:
        name = view.MEMBERS.get(member, member)
        raise InvalidDate(
            f"Cannot read {name!r} of {type(view).__name__} as a date: {_quoted(value)} is not a date and time with a "
            f"time zone in ISO 8601. Use {name!r} to read the value as it is."
        )
    return found


def parse_date(text: object) -> datetime | None:
    """Parse a date in ISO 8601. The offset may have a colon or not, or be `Z`.

    Args:
        text: The text.

    Returns:
        The date; None if the value is not a date with a time zone.
    """
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(text.upper())  # RFC 3339 allows lower case
    except ValueError:
        return None
    return None if found.tzinfo is None else found


def date_text(value: Any) -> Any:
    """Return the value to write for a date.

    Args:
        value: A datetime with a time zone. Text, None and other JSON values are returned as they are.

    Returns:
        The text as the server writes it, with milliseconds.

    Raises:
        InvalidArgument: The date has no time or no time zone, or an offset with seconds.
    """
    if not isinstance(value, date):
        return value
    offset = value.utcoffset() if isinstance(value, datetime) else None
    if not isinstance(value, datetime) or offset is None:
        raise InvalidArgument(
            f"Cannot write the date {value}: it has no time zone. Pass a datetime with one, such as datetime.now(UTC)."
        )
    if offset % timedelta(minutes=1):  # local mean time, before there were time zones
        raise InvalidArgument(f"Cannot write the date {value}: its offset has seconds. Pass the date in UTC.")
    text = value.isoformat(timespec="milliseconds")
    return text if COLON_IN_OFFSET else text[:-3] + text[-2:]


def _quoted(value: object) -> str:
    return f"{value!r:.100}" if isinstance(value, str) else f"a value of type {type(value).__name__}"
