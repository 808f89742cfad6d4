"""Views of long lists: rows that are read in batches, while other requests change them.

A view is not a copy of the rows. Before one of them changes, it is read and kept for its turn.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

#: Reads rows; returns a text for each one.
Reader = Callable[[Sequence[int]], dict[int, str]]


class ListView:
    """Rows as they are at one time. Each can be taken once.

    Args:
        rows: The rows.
        read: Reads some of them with the rows below them.
        lock: The lock that guards the store.
    """

    def __init__(self, rows: Iterable[int], read: Reader, lock: threading.RLock) -> None:
        self._waiting = set(rows)
        self._kept: dict[int, str] = {}
        self._read = read
        self._lock = lock

    def take(self, rows: Sequence[int]) -> list[str]:
        """Return the texts of rows that were not taken before, in their order."""
        with self._lock:
            texts = self._read([row for row in rows if row not in self._kept] if self._kept else rows)
            self._waiting.difference_update(rows)
        return [texts[row] if row in texts else self._kept.pop(row) for row in rows]

    def preserve(self, rows: Iterable[int]) -> None:
        """Read those of some rows that were not taken yet; they, or rows directly below them, are about to change."""
        changing = self._waiting.intersection(rows)
        if changing:
            self._waiting -= changing
            self._kept |= self._read(sorted(changing))

    def preserve_all(self) -> None:
        """Read all rows that were not taken yet."""
        self.preserve(set(self._waiting))
