"""Cron lines with five fields in UTC: minute, hour, day of the month, month, day of the week."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from attrs import frozen

from comodit_client.sandbox.errors import bad_request

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
#: The fields: name, lowest and highest value, and names of values.
_FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of the month", 1, 31, {}),
    ("month", 1, 12, {name: number for number, name in enumerate(_MONTHS, 1)}),
    ("day of the week", 0, 7, {name: number for number, name in enumerate(_DAYS)}),
)
#: The longest interval in years: between two leap days across a year such as 2100, which is not a leap year.
_YEARS = 8


@frozen
class Cron:
    """A parsed cron line."""

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool

    def after(self, moment: float) -> float:
        """Return the first time of the line after a given time.

        Raises:
            ApiError: There is none, for example for 30 February.
        """
        at = datetime.fromtimestamp(moment, UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
        end = at + timedelta(days=366 * _YEARS)
        while at < end:
            if not self._is_on(at):
                at = at.replace(hour=0, minute=0) + timedelta(days=1)
            elif at.hour not in self.hours:
                at = at.replace(minute=0) + timedelta(hours=1)
            elif at.minute not in self.minutes:
                at += timedelta(minutes=1)
            else:
                return at.timestamp()
        raise bad_request("The cron line names a day that does not exist in any year")

    def _is_on(self, at: datetime) -> bool:
        if at.month not in self.months:
            return False
        of_month, of_week = at.day in self.days, at.isoweekday() % 7 in self.weekdays
        # As in cron, either day suffices if both are given.
        return of_month or of_week if self.either_day else of_month and of_week


def parse_cron(line: str) -> Cron:
    """Parse a cron line.

    Raises:
        ApiError: The line is invalid.
    """
    fields = line.lower().split()
    if len(fields) != len(_FIELDS):
        raise bad_request(f"The cron line '{line}' must have five fields: minute, hour, day, month, day of the week")
    minutes, hours, days, months, weekdays = (
        _values(field, *description) for field, description in zip(fields, _FIELDS, strict=True)
    )
    both_given = not fields[2].startswith("*") and not fields[4].startswith("*")
    return Cron(minutes, hours, days, months, frozenset(day % 7 for day in weekdays), both_given)


def _values(field: str, name: str, low: int, high: int, words: dict[str, int]) -> frozenset[int]:
    values: set[int] = set()
    for part in field.split(","):
        span, slash, step_text = part.partition("/")
        first, dash, last = span.partition("-")
        try:
            step = int(step_text) if slash else 1
            begin = low if span == "*" else _number(first, words)
            end = high if span == "*" or (slash and not dash) else _number(last, words) if dash else begin
        except ValueError:
            raise bad_request(f"'{part}' is not a valid {name} in a cron line") from None
        if step < 1 or not low <= begin <= end <= high:
            raise bad_request(f"'{part}' is not a valid {name} in a cron line: use {low} to {high}")
        values.update(range(begin, end + 1, step))
    return frozenset(values)


def _number(text: str, words: dict[str, int]) -> int:
    if text in words:
        return words[text]
    if not text.isascii() or not text.isdigit():
        raise ValueError(text)
    return int(text)
