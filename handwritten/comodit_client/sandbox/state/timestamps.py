"""Moments as the server writes and reads them."""

from __future__ import annotations

from datetime import UTC, datetime

from comodit_client.sandbox.errors import bad_request


def format_timestamp(moment: float) -> str:
    """Return a moment as text, with milliseconds and an offset without colon, as the samples have it."""
    at = datetime.fromtimestamp(moment, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}+0000"


def parse_timestamp(text: str) -> float:
    """Return the moment that a text names; one without an offset is in UTC.

    Raises:
        Refusal: It is no date.
    """
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        raise bad_request(f"{text} is no date; write it as 2030-04-04T15:37:30.612+0200") from None
