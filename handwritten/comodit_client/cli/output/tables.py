"""Tables, CSV and names."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.cli.output.values import cell, label, member, text

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.cli.table import Column

GAP = "  "


def table_lines(items: Sequence[Any], columns: Sequence[Column] | None, call: Call) -> str:
    """Return a list as a table.

    Args:
        items: The JSON values.
        columns: The columns; None for the members of the first object.
        call: The command, whose options select and sort.
    """
    if not all(isinstance(item, dict) for item in items):
        return "\n".join(map(text, items))
    header, rows = _rows(items, columns, call)
    widths = [max(map(_width, column)) for column in zip(header, *rows, strict=True)]
    shown = rows if call.option("no-headers") else [[title.upper() for title in header], *rows]
    return "\n".join(
        GAP.join(value + " " * (width - _width(value)) for value, width in zip(row, widths, strict=True)).rstrip()
        for row in (shown if items else [])
    )


def csv_lines(items: Sequence[Any], columns: Sequence[Column] | None, call: Call) -> str:
    """Return a list as CSV.

    Args:
        items: The JSON values.
        columns: The columns; None for the members of the first object.
        call: The command, whose options select and sort.
    """
    header, rows = _rows([item if isinstance(item, dict) else {"value": item} for item in items], columns, call)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows(rows if call.option("no-headers") else [header, *rows])
    return target.getvalue().rstrip("\n")


def names(items: Sequence[Any], columns: Sequence[Column] | None) -> str:
    """Return the names of objects, one on each line.

    Args:
        items: The JSON values.
        columns: The columns, of which the first is the name; None if they are unknown.
    """
    return "\n".join(text(member(item, columns[0][0])) if columns else label(item) for item in items)


def fields(value: Any, call: Call) -> str:
    """Return an object as one member on each line.

    Args:
        value: The JSON value.
        call: The command.
    """
    if not isinstance(value, dict):
        return text(value)
    width = max(map(len, value), default=0)
    return "\n".join(f"{name:{width}}{GAP}{text(item)}".rstrip() for name, item in value.items())


def _rows(
    items: Sequence[dict[str, Any]], columns: Sequence[Column] | None, call: Call
) -> tuple[list[str], list[list[str]]]:
    found = columns or [(name, name, "") for name in (items[0] if items else {})]
    return [title for _, title, _ in found], [
        [cell(member(item, path), style) for path, _, style in found] for item in items
    ]


def _width(value: str) -> int:
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in value
    )
