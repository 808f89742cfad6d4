"""Timestamps in the format of the server."""

from __future__ import annotations

from datetime import UTC, datetime

from comodit_client.sandbox.errors import bad_request


def format_timestamp(moment: float) -> str:
    """Return a time as text with milliseconds and an offset without a colon."""
    at = datetime.fromtimestamp(moment, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}+0000"


def parse_timestamp(text: str) -> float:
    """Return the time that a text represents; the default time zone is UTC.

    Raises:
        ApiError: The text is not a date.
    """
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        raise bad_request(f"{text} is not a date; write it as 2030-04-04T15:37:30.612+0200") from None
