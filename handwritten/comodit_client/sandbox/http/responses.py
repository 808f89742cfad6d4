"""The responses of operations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.errors import ApiError
    from comodit_client.sandbox.http.paging import Item, Page
    from comodit_client.sandbox.state.contents import StoredContent

#: The items of a list between which other requests wait: a few milliseconds of work.
BATCH = 200


@frozen
class Pieces:
    """A long content in memory, which is sent piece by piece."""

    pieces: Sequence[bytes]

    @property
    def size(self) -> int:
        """The number of bytes."""
        return sum(map(len, self.pieces))

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.pieces)


@frozen
class ApiResponse:
    """A response of the API. Its content may be read from the store while it is sent."""

    status: int
    content: bytes | StoredContent | Pieces = b""
    media_type: str | None = None
    headers: dict[str, str] = field(factory=dict)

    @property
    def first_chunk(self) -> bytes:
        """The first bytes of the content; all of them if the content is short."""
        return self.content if isinstance(self.content, bytes) else next(iter(self.content), b"")


@frozen
class Listing:
    """A response with a list that is not JSON yet.

    A long list takes a while, so its items become JSON in batches, between which the server handles other requests.

    Attributes:
        count: The number of items in the response.
        offset: The position of its first item among all items.
        total: The number of all items.
        batches: The items as JSON, separated by commas; each batch is made when it is needed.
    """

    count: int
    offset: int
    total: int
    batches: Iterator[str]

    def pieces(self) -> Iterator[bytes]:
        """Yield the JSON of the list in its envelope (S2), a piece for each batch."""
        start = f'{{"count":{self.count},"offset":{self.offset},"total":{self.total},"items":['
        for batch in self.batches:
            yield (start + batch).encode()
            start = ","
        yield b"]}" if start == "," else f"{start}]}}".encode()

    def complete(self) -> ApiResponse:
        """Return the response with all items."""
        return ApiResponse(200, b"".join(self.pieces()), "application/json")


def to_text(document: Any) -> str:
    """Return a document as JSON."""
    return json.dumps(document, separators=(",", ":"))


def to_json(document: Any) -> bytes:
    """Return a document as JSON bytes."""
    return to_text(document).encode()


def ok(document: Any) -> ApiResponse:
    """Return a JSON response."""
    return ApiResponse(200, to_json(document), "application/json")


def collection(page: Page, items: Sequence[Item], to_document: Callable[[Item], Any] | None = None) -> Listing:
    """Return a response with a page of a collection.

    Args:
        page: The page.
        items: The items of the whole collection.
        to_document: Returns an item as the API returns it; called only for those on the page. Default: as it is.
    """
    chosen = page.choose(items)
    documents = chosen if to_document is None else [to_document(item) for item in chosen]
    return Listing(len(documents), page.offset, len(items), _dumped(documents))


def _dumped(documents: Sequence[Any]) -> Iterator[str]:
    for batch in batches(documents):
        yield to_text(batch)[1:-1]


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield a sequence in batches."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


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
