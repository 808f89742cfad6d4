"""Tables, CSV and names."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.cli.output.colors import is_terminal, paint, use_colors
from comodit_client.cli.output.text import cut, one_line, width
from comodit_client.cli.output.values import LABELS, as_objects, cell, label, member
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.cli.table import Column

GAP = "  "
#: A column is not cut to fewer characters than this.
MIN_WIDTH = 8


def table_lines(items: list[Any], columns: Sequence[Column], headers: bool) -> str:
    """Return a list as a table.

    Args:
        items: The JSON values.
        columns: The columns.
        headers: True to write the titles above the columns.
    """
    titles = [one_line(title) for _, title, _ in columns]
    rows = [[one_line(value) for value in row] for row in _rows(items, columns)]
    shown = [[title.upper() for title in titles], *rows] if headers else rows
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    if is_terminal():
        limit = _limit(widths, shutil.get_terminal_size().columns)
        widths = [widths[0], *(min(one, limit) for one in widths[1:])]
        shown = [[row[0], *map(cut, row[1:], widths[1:])] for row in shown]
    titles_to_paint = titles if use_colors() else []
    return "\n".join(_line(row, widths, titles_to_paint) for row in shown)


def csv_lines(items: list[Any], columns: Sequence[Column], headers: bool) -> str:
    """Return a list as CSV.

    Args:
        items: The JSON values.
        columns: The columns.
        headers: True to write the titles in the first line.
    """
    rows = _rows(items, columns)
    if is_terminal():
        rows = [[escaped(value, keep="\n\t") for value in row] for row in rows]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows([[title for _, title, _ in columns], *rows] if headers else rows)
    return target.getvalue().removesuffix("\n")


def names(items: Sequence[Any], columns: Sequence[Column]) -> str:
    """Return the identifiers of objects, one on each line.

    Args:
        items: The JSON values.
        columns: The columns, of which the first identifies an object; empty if they are unknown.
    """
    return "\n".join(one_line(_name(item, columns)) for item in items)


def _name(item: Any, columns: Sequence[Column]) -> str:
    if columns and isinstance(item, dict):
        item = member(item, columns[0][0]) or item
    # What a query makes has members of any name.
    known = not isinstance(item, dict) or not LABELS.keys().isdisjoint(item)
    return label(item if known else next(iter(item.values()), None))


def _rows(items: list[Any], columns: Sequence[Column]) -> list[list[str]]:
    return [[cell(member(item, path), style) for path, _, style in columns] for item in as_objects(items)]


def _line(row: Sequence[str], widths: Sequence[int], titles: Sequence[str]) -> str:
    cells = [value + " " * (limit - width(value)) for value, limit in zip(row, widths, strict=True)]
    cells[-1] = cells[-1].rstrip()
    if titles:
        cells = list(map(paint, cells, titles))
    return GAP.join(cells).rstrip()


def _limit(widths: Sequence[int], screen: int) -> int:
    """Return the width to which columns are cut, so that a line fits the screen. The first one is never cut."""
    room = screen - widths[0] - len(GAP) * (len(widths) - 1)
    left = sorted(widths[1:])
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    return max(MIN_WIDTH, room // len(left)) if left else screen
