"""The responses of operations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.errors import ApiError
    from comodit_client.sandbox.state.contents import StoredContent


@frozen
class ApiResponse:
    """A response of the API. Its content may be read from the store while it is sent."""

    status: int
    content: bytes | StoredContent = b""
    media_type: str | None = None
    headers: dict[str, str] = field(factory=dict)

    @property
    def first_chunk(self) -> bytes:
        """The first bytes of the content; all of them if the content is short."""
        return self.content if isinstance(self.content, bytes) else next(iter(self.content), b"")


def to_json(document: Any) -> bytes:
    """Return a document as JSON bytes."""
    return json.dumps(document, separators=(",", ":")).encode()


def ok(document: Any) -> ApiResponse:
    """Return a JSON response."""
    return ApiResponse(200, to_json(document), "application/json")


def collection(items: Sequence[Any]) -> ApiResponse:
    """Return a response with a collection in its envelope (S2)."""
    return ok({"count": len(items), "offset": 0, "total": len(items), "items": items})


def error_response(error: ApiError) -> ApiResponse:
    """Return an error response (S7)."""
    return ApiResponse(error.status, to_json({"error": list(error.texts)}), "application/json", error.headers)


def no_content() -> ApiResponse:
    """Return the response of a deletion: 204 without a body."""
    return ApiResponse(204)


def accepted() -> ApiResponse:
    """Return the response of an asynchronous verb: 202 without a body (S9)."""
    return ApiResponse(202)


def empty_ok() -> ApiResponse:
    """Return the response of lock, unlock (S9) and uploads: 200 without a body."""
    return ApiResponse(200)


def text(content: str) -> ApiResponse:
    """Return a plain-text response."""
    return ApiResponse(200, content.encode(errors="replace"), "text/plain; charset=utf-8")


def binary(content: bytes | StoredContent) -> ApiResponse:
    """Return a response with the bytes of a file."""
    return ApiResponse(200, content, "application/octet-stream")
