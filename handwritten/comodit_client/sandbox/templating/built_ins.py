"""The built-ins of expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from comodit_client.sandbox.templating.scopes import MISSING


def _url(value: Any) -> str:
    return quote(str(value), safe="", errors="replace")


def has_content(value: Any) -> bool:
    """Return whether a value is defined and not empty."""
    return value is not MISSING and value not in ("", [], {})


def _computer_readable(value: Any) -> str:
    return str(value).lower()


#: The built-ins by name.
BUILT_INS: dict[str, Callable[[Any], Any]] = {
    "c": _computer_readable,
    "has_content": has_content,
    "size": len,
    "url": _url,
}
#: The built-ins whose work grows with the value.
READING_ALL = (_computer_readable, _url)
