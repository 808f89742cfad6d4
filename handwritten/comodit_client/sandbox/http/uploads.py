"""Request bodies, which are read piece by piece since they may be large.

A client uploads a form with one part, or the bare bytes (S101). Of a form (RFC 7578), the first part named `file` is
the upload; other parts are ignored.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, out_of_space
from comodit_client.sandbox.http.forms import MEDIA_TYPE, Form

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import Contents

FORM = MEDIA_TYPE
#: The bytes of a document, which is read into memory.
MAX_DOCUMENT = 16 << 20
#: The number of bytes to hold in memory before writing them to the store.
PIECE = 1 << 20


class Upload:
    """An upload: held in memory while it is small, written to the store once it is large.

    Args:
        contents: The contents of the store.
        content: The bytes received so far.
    """

    def __init__(self, contents: Contents, content: bytes = b"") -> None:
        self._contents = contents
        self._rest = bytearray()
        self._size = 0
        self._digest = hashlib.sha256()
        self._row: int | None = None
        self._error: Exception | None = None
        self.feed(content)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes received, in hexadecimal."""
        return self._digest.hexdigest()

    def feed(self, content: bytes) -> None:
        """Add the next bytes."""
        self._size += len(content)
        self._digest.update(content)
        if self._error is None:
            self._rest += content
            if len(self._rest) >= PIECE:
                self._flush()

    def complete(self) -> None:
        """Finish the upload.

        Raises:
            ApiError: The store has no room for it, or its state was replaced during the upload.
        """
        if isinstance(self._error, ApiError):
            raise self._error
        if self._error is not None:
            raise out_of_space(str(self._error))

    def _flush(self) -> None:
        # A client reads the response only after it has sent everything, so an error is reported at the end.
        try:
            if self._row is None:
                self._row = self._contents.begin()
            if self._rest:
                self._contents.add(self._row, self._rest)
        except (sqlite3.Error, ApiError) as error:
            self._error = error
        self._rest = bytearray()

    def store(self) -> int:
        """Write all bytes to the store; return the row.

        Raises:
            ApiError: The store has no room for it.
        """
        self._flush()
        self.complete()
        assert self._row is not None
        self._contents.end(self._row, self._size, self.digest)
        return self._row

    def __iter__(self) -> Iterator[bytes]:
        if self._row is not None:
            yield from self._contents.pieces(self._row)
        yield bytes(self._rest)

    def read(self) -> bytes:
        """Return all bytes of a document.

        Raises:
            ApiError: There are too many.
        """
        if self._size > MAX_DOCUMENT:
            raise ApiError(413, f"The body has more than {MAX_DOCUMENT} bytes")
        return b"".join(self)


async def receive_body(media_type: str, pieces: AsyncIterator[bytes], upload: Upload) -> None:
    """Read a body to its end, so that the client can read the response even to an invalid request.

    Args:
        media_type: The request's Content-Type.
        pieces: The body.
        upload: Receives the file of a form, else the whole body.

    Raises:
        ApiError: A form is invalid, incomplete or without a file, or the store has no room.
    """
    if media_type.partition(";")[0].strip().lower() == FORM:
        try:
            form = Form(media_type, upload.feed)
            async for piece in pieces:
                form.feed(piece)
            form.close()
        except ApiError:
            async for _ in pieces:
                pass
            raise
    else:
        async for piece in pieces:
            upload.feed(piece)
    upload.complete()
