"""How far a long run is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Count:
    """How far a run is; what is still to be found is not in the total, which grows.

    Args:
        done: How many items are done.
        total: How many are known.
        item: What was done last.
    """

    done: int
    total: int
    item: str


#: Called after each item, in the caller's thread.
Progress: TypeAlias = Callable[[Count], object]
