"""The confidence of the numbered facts about the server, as the page with the facts states it."""

from __future__ import annotations

from typing import Final

#: The facts that are conclusions from other evidence.
INFERRED: Final = frozenset(
    f"S{number}"
    for number in (
        *(*range(7, 16), 17, 18, 31, 35, 46, 47, 58, 59, 60, 63, *range(74, 79), 84, 96, 99, 103, 104, 116),
        *(138, 139),
    )
)
#: Numbered questions without an answer.
OPEN: Final = frozenset({"S144"})


def is_seen(fact: str) -> bool:
    """Return whether a fact is stated by the vendor, or something that worked with the server depends on it."""
    return fact not in INFERRED | OPEN
