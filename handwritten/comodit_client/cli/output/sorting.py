"""The order of lists."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from comodit_client.cli.output.values import as_objects, member, seconds_since, text

if TYPE_CHECKING:
    from comodit_client.cli.output.columns import Columns
    from comodit_client.cli.table import Column

#: A list whose first column is one of these is sorted by it. Logs and executions keep the order of the server.
NAMES = ("name", "key", "username", "application")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
DIGITS = re.compile("([0-9]+)")
#: Longer texts of digits are identifiers, which Python would not convert.
MAX_DIGITS = 300


def sort(items: list[Any], columns: Columns, wanted: str) -> list[Any]:
    """Sort a list by a column. Items without a value come last.

    Args:
        items: The items.
        columns: The columns.
        wanted: The name of the column; with a minus before it for the descending order.

    Raises:
        Failure: The column does not exist.
    """
    return _sorted(items, columns.find(wanted.removeprefix("-")), wanted.startswith("-"))


def sort_by_name(items: list[Any], shown: list[Column]) -> list[Any]:
    """Sort a list whose first column is a name; return any other list as it is.

    Args:
        items: The items.
        shown: The columns.
    """
    return _sorted(items, shown[0], False) if shown and shown[0][0] in NAMES else items


def _sorted(items: list[Any], column: Column, descending: bool) -> list[Any]:
    path, _, style = column
    keys = [(sort_key(member(one, path), style), item) for one, item in zip(as_objects(items), items, strict=True)]
    with_value = [pair for pair in keys if pair[0] is not None]
    with_value.sort(key=itemgetter(0), reverse=descending)
    return [item for _, item in with_value] + [item for key, item in keys if key is None]


def sort_key(value: Any, style: str = "") -> tuple[int, Any] | None:
    """Return what a value is sorted by: numbers before texts, and the numbers in texts by their value.

    Args:
        value: The JSON value.
        style: The format of the column.

    Returns:
        The key; None for a value that is missing.
    """
    if style == "age":
        seconds = seconds_since(value)
        value = value if seconds is None else seconds
    if style == "count" and isinstance(value, list):
        value = len(value)
    if isinstance(value, (int, float)) and value == value:  # not NaN
        return 0, value
    if value in (None, "", [], {}):
        return None
    written = text(value)
    if len(written) < MAX_DIGITS and NUMBER.fullmatch(written):
        return 0, float(written) if "." in written else int(written)
    parts: list[Any] = DIGITS.split(written.casefold())
    parts[1::2] = [(len(digits.lstrip("0")), digits.lstrip("0")) for digits in parts[1::2]]
    return 1, (parts, written)
