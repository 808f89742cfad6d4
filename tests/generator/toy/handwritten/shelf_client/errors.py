"""The exceptions that both APIs raise."""

from __future__ import annotations

from shelf_client.wire.errors import ShelfError


class RequestFailed(ShelfError):
    """The server returned an error status."""

    def __init__(self, operation: str, status: int, text: str) -> None:
        super().__init__(f"Cannot run {operation}: the server returned {status}: {text}")
        self.status = status
