"""Members of objects, and how they are shown in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

#: The members that name an object in a list.
LABELS = dict.fromkeys(("name", "key", "username", "application", "uuid", "id"))
#: The name of the only column of a list of texts or numbers.
VALUE = "value"


def as_objects(items: list[Any]) -> list[dict[str, Any]]:
    """Return the items of a list as objects.

    Args:
        items: JSON values.
    """
    return [item if isinstance(item, dict) else {VALUE: item} for item in items]


def member(value: Any, path: str) -> Any:
    """Return a member of an object.

    Args:
        value: The object.
        path: The names, separated by dots.

    Returns:
        The value; None if it is missing.
    """
    if isinstance(value, dict) and path in value:
        return value[path]
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def cell(value: Any, style: str) -> str:
    """Return a value as the text of a cell. It may contain line ends and control characters.

    Args:
        value: The JSON value.
        style: How to show it: a format of the table of commands; empty for as it is.
    """
    return STYLES[style](value) if style in STYLES and value is not None else text(value)


def text(value: Any) -> str:
    """Return a JSON value as text.

    Args:
        value: The value.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(label, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}={text(item)}" for name, item in value.items())
    return str(value)


def label(value: Any) -> str:
    """Return the name of an object.

    Args:
        value: The object, or another JSON value.
    """
    if isinstance(value, dict):
        return next((text(value[name]) for name in LABELS if value.get(name) is not None), text(value))
    return text(value)


def seconds_since(value: Any) -> float | None:
    """Return how long ago a time was.

    Args:
        value: Milliseconds since 1970, or an ISO date with a time zone.

    Returns:
        The seconds; None if the value is something else.
    """
    try:
        then = datetime.fromtimestamp(value / 1000, UTC) if isinstance(value, int) else datetime.fromisoformat(value)
        return (datetime.now(UTC) - then).total_seconds()
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _age(value: Any) -> str:
    seconds = seconds_since(value)
    if seconds is None:
        return text(value)
    for unit, length in (("d", 86400), ("h", 3600), ("m", 60)):
        if abs(seconds) >= length:
            return f"{int(seconds / length)}{unit}"
    return f"{int(seconds)}s"


def _statuses(tasks: Any) -> str:
    counts = Counter(text(task.get("status")) or "?" for task in tasks if isinstance(task, dict))
    if counts.total() == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {status}" for status, count in counts.items())


STYLES: dict[str, Callable[[Any], str]] = {
    "age": _age,
    "class": lambda value: text(value).rpartition(".")[2],
    "count": lambda value: str(len(value)) if isinstance(value, list) else text(value),
    "list": text,
    "statuses": lambda value: _statuses(value) if isinstance(value, list) else text(value),
}
