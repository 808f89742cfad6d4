"""Request bodies, which are read piece by piece since they may be large.

A client uploads a form with one part, or the bare bytes (S101). Of a form (RFC 7578), the first part named `file` is
the upload; other parts are ignored.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request, out_of_space

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import Contents

FORM = "multipart/form-data"
#: The name of the part with the file (S103).
_PART = "file"
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
            ApiError: The store has no room for it.
        """
        if self._error is not None:
            raise out_of_space(str(self._error))

    def _flush(self) -> None:
        # A client reads the response only after it has sent everything, so an error is reported at the end.
        try:
            if self._row is None:
                self._row = self._contents.begin()
            if self._rest:
                self._contents.add(self._row, self._rest)
        except sqlite3.Error as error:
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
        """Return all bytes."""
        return b"".join(self)


async def receive_body(media_type: str, pieces: AsyncIterator[bytes], upload: Upload) -> None:
    """Read a body to its end, so that the client can read the response even to an invalid request.

    Args:
        media_type: The request's Content-Type.
        pieces: The body.
        upload: Receives the file of a form, else the whole body.

    Raises:
        ApiError: A form has no file or is incomplete, or the store has no room.
    """
    if media_type.partition(";")[0].strip().lower() == FORM:
        form = _Form(_boundary(media_type), upload.feed)
        async for piece in pieces:
            form.feed(piece)
        form.close()
    else:
        async for piece in pieces:
            upload.feed(piece)
    upload.complete()


def _boundary(media_type: str) -> bytes:
    header = Message()
    header["Content-Type"] = media_type
    boundary = header.get_boundary()
    if not boundary:
        raise bad_request("The form has no boundary; name it in the Content-Type")
    return boundary.encode("latin-1", "replace")


def _drop(piece: bytes) -> None:
    """Ignore bytes."""


class _Form:
    """Extracts the file from a form. It buffers only headers and a possible start of a boundary."""

    def __init__(self, boundary: bytes, wanted: Callable[[bytes], None]) -> None:
        self._delimiter = b"\r\n--" + boundary
        # The first boundary may come without a preceding line break.
        self._rest = b"\r\n"
        self._wanted = wanted
        self._found = False
        #: The receiver of the current part's content; None between two parts.
        self._sink: Callable[[bytes], None] | None = _drop
        self._ended = False

    def feed(self, piece: bytes) -> None:
        """Add the next bytes."""
        self._rest += piece
        while not self._ended and (self._header() if self._sink is None else self._content(self._sink)):
            pass

    def close(self) -> None:
        """Check that the form is complete.

        Raises:
            ApiError: The form is incomplete or has no file.
        """
        if not self._ended:
            raise bad_request("The form is incomplete: its last boundary is missing")
        if not self._found:
            raise bad_request(f"The form has no file: it needs a part named '{_PART}'")

    def _content(self, sink: Callable[[bytes], None]) -> bool:
        """Consume content; return whether the boundary after it was reached."""
        place = self._rest.find(self._delimiter)
        if place < 0:
            overlap = len(self._delimiter) - 1
            sink(self._rest[:-overlap])
            self._rest = self._rest[-overlap:]
            return False
        sink(self._rest[:place])
        self._rest = self._rest[place + len(self._delimiter) :]
        self._sink = None
        return True

    def _header(self) -> bool:
        """Consume the headers of a part; return whether they were complete."""
        if self._rest.startswith(b"--"):
            self._ended = True
            return True
        headers, end, rest = self._rest.partition(b"\r\n\r\n")
        if not end:
            return False
        self._rest = rest
        # The rest of the boundary's line comes first.
        name = message_from_bytes(headers.partition(b"\r\n")[2]).get_param("name", header="Content-Disposition")
        is_wanted = name == _PART and not self._found
        self._found = self._found or is_wanted
        self._sink = self._wanted if is_wanted else _drop
        return True
