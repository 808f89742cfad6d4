"""Messages about unknown names, with the known name that is nearest."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """Return the message for an unknown name: the nearest known one, if any, and all of them."""
    nearest = get_close_matches(name, known, n=1)
    suggestion = f"; did you mean {nearest[0]}?" if nearest else "."
    return f"Unknown {what} '{name}'{suggestion} Use {', '.join(known)}"
