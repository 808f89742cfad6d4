"""Messages about unknown names, with the known names that are nearest."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def suggestion(name: str, known: Collection[str], most: int = 1) -> str:
    """Return a hint at the known names that are nearest to a name, at most so many; "" if none is near."""
    near = get_close_matches(name, list(known), n=most)
    return f"; did you mean {', '.join(near)}?" if near else ""


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """Return the message for an unknown name: the nearest known ones, if any, and all of them."""
    return f"Unknown {what} '{name}'{suggestion(name, known) or '.'} Use {', '.join(known)}"
