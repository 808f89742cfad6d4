"""What was carried out: every request that was to change something and was not refused, counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

#: The methods that only read.
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Executions:
    """The requests that were carried out, by method, path and body."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def record(self, method: str, path: str, digest: str, status: int) -> None:
        """Count a request, if it changed something.

        Args:
            method: Its method.
            path: Its path, as it came.
            digest: The SHA-256 of its body, or of the file in it.
            status: The status of its answer.
        """
        if method in _READING or status >= 400:
            return
        self._counts[method, path, digest] += 1

    def documents(self) -> list[dict[str, Any]]:
        """Return them as JSON objects, in the order in which each came first."""
        return [
            {"method": method, "path": path, "digest": digest, "times": times}
            for (method, path, digest), times in self._counts.items()
        ]

    def clear(self) -> None:
        """Count from zero."""
        self._counts.clear()
