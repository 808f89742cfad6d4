"""Objects as lines of members and values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comodit_client.cli.output.colors import paint, use_colors
from comodit_client.cli.output.text import lines_of, one_line, width
from comodit_client.cli.output.values import text

INDENT = "  "
ITEM = "- "
#: What stands for a missing value and for an empty list.
NOTHING = "-"


def fields(value: Any) -> str:
    """Return a JSON value as lines for people.

    Args:
        value: The value: an object, or a text.
    """
    return "\n".join(line.rstrip() for line in _lines(value, ""))


def _lines(value: Any, title: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _members(value)
    elif isinstance(value, list):
        for item in value:
            first, *others = _lines(item, "") if not _is_empty(item) else [NOTHING]
            yield ITEM + first
            yield from (INDENT + line for line in others)
    else:
        found = lines_of(text(value))
        yield from (paint(line, title) for line in found) if use_colors() else found


def _members(value: dict[str, Any]) -> Iterator[str]:
    labels = {name: f"{one_line(name)}:" for name in value}
    short = [width(labels[name]) for name, item in value.items() if not _is_long(item)]
    column = max(short, default=0) + len(INDENT)
    for name, item in value.items():
        if _is_long(item):
            yield labels[name]
            yield from (INDENT + line for line in _lines(item, name))
        else:
            line = NOTHING if _is_empty(item) else next(_lines(item, name))
            yield labels[name] + " " * (column - width(labels[name])) + line


def _is_long(value: Any) -> bool:
    """Return whether a value has lines of its own."""
    if isinstance(value, str):
        return "\n" in value.rstrip("\n")
    return isinstance(value, (dict, list)) and bool(value)


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
