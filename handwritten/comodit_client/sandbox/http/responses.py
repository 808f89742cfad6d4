"""What a handler hands back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comodit_client.sandbox.http.errors import Refusal
    from comodit_client.sandbox.state.contents import Stored


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, its bytes, which may be in the store still, and what they are."""

    status: int
    content: bytes | Stored = b""
    media_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def beginning(self) -> bytes:
        """The first bytes, all of them unless they are many."""
        return self.content if isinstance(self.content, bytes) else next(iter(self.content), b"")


def dumped(document: Any) -> bytes:
    """Return a document as JSON."""
    return json.dumps(document, separators=(",", ":")).encode()


def ok(document: Any) -> Answer:
    """Return a JSON answer."""
    return Answer(200, dumped(document), "application/json")


def collection(items: Sequence[Any]) -> Answer:
    """Return a collection in its envelope (S2)."""
    return ok({"count": len(items), "offset": 0, "total": len(items), "items": items})


def failure(refusal: Refusal) -> Answer:
    """Return an error answer (S7)."""
    return Answer(refusal.status, dumped({"error": list(refusal.texts)}), "application/json", refusal.headers)


def done() -> Answer:
    """Return the answer of a deletion: nothing."""
    return Answer(204)


def accepted() -> Answer:
    """Return the answer of an asynchronous verb: accepted, with nothing in the body (S9)."""
    return Answer(202)


def agreed() -> Answer:
    """Return the answer of lock, unlock (S9) and uploads: 200, with nothing in the body."""
    return Answer(200)


def text(content: str) -> Answer:
    """Return plain text."""
    return Answer(200, content.encode(), "text/plain; charset=utf-8")


def octets(content: bytes | Stored) -> Answer:
    """Return the bytes of a file."""
    return Answer(200, content, "application/octet-stream")
