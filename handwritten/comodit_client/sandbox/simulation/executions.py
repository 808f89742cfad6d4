"""Counts of the requests that changed something."""

from __future__ import annotations

from collections import Counter
from typing import Any

#: The methods that do not change anything.
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Executions:
    """The requests that changed something, by method, path and body."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def record(self, method: str, path: str, digest: str, status: int) -> None:
        """Count a request, unless it only reads or has failed.

        Args:
            method: The HTTP method.
            path: The path, percent-encoded.
            digest: The SHA-256 of the body, or of the file in it.
            status: The status code of the response.
        """
        if method in _READING or status >= 400:
            return
        self._counts[method, path, digest] += 1

    def documents(self) -> list[dict[str, Any]]:
        """Return the counts as JSON objects, in the order of the first requests."""
        return [
            {"method": method, "path": path, "digest": digest, "times": times}
            for (method, path, digest), times in self._counts.items()
        ]

    def clear(self) -> None:
        """Reset all counts."""
        self._counts.clear()
