"""The progress of a long run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs


@attrs.frozen
class Count:
    """The progress of a run. The total grows while more items are found.

    Args:
        done: The number of items that are done.
        total: The number of items known so far.
        item: The item that was done last.
    """

    done: int
    total: int
    item: str


#: Called after each item, in the caller's thread.
Progress: TypeAlias = Callable[[Count], object]
