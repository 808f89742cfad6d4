"""Bodies of requests, read piece by piece: they may be large.

A client uploads a form with one part, or the bare bytes (S101). Only what an upload needs is understood of forms
(RFC 7578): the first part named `file`.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import Contents

FORM = "multipart/form-data"
#: Name of the part that holds the file (S103).
_PART = "file"
#: What is held in memory before it goes to the store.
PIECE = 1 << 20


class Upload:
    """What is uploaded. It is held in memory, and in the store once it is large.

    Args:
        contents: The contents of the store.
        content: What has come already.
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
        """The SHA-256 of what has come, in hexadecimal."""
        return self._digest.hexdigest()

    def feed(self, content: bytes) -> None:
        """Take what comes next."""
        self._size += len(content)
        self._digest.update(content)
        if self._error is None:
            self._rest += content
            if len(self._rest) >= PIECE:
                self._flush()

    def complete(self) -> None:
        """Take note that there is no more.

        Raises:
            Refusal: The store had no room for it.
        """
        if self._error is not None:
            raise ApiError(507, f"The sandbox cannot store that: {self._error}")

    def _flush(self) -> None:
        # A client that is refused reads the answer only when it has sent everything: so a fault is told at the end.
        try:
            if self._row is None:
                self._row = self._contents.begin()
            if self._rest:
                self._contents.add(self._row, self._rest)
        except sqlite3.Error as error:
            self._error = error
        self._rest = bytearray()

    def store(self) -> int:
        """Have all of it in the store; return its row.

        Raises:
            Refusal: The store has no room for it.
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
        """Return all of it."""
        return b"".join(self)


async def receive_body(media_type: str, pieces: AsyncIterator[bytes], upload: Upload) -> None:
    """Read a body to its end, so that a client that is refused can read the answer.

    Args:
        media_type: The request's Content-Type.
        pieces: The body.
        upload: Takes what was uploaded: the file in the body, if it is a form, else all of it.

    Raises:
        Refusal: It is a form without a file, or broken off, or the sandbox has no room for it.
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
        raise bad_request("The form has no boundary")
    return boundary.encode("latin-1", "replace")


def _drop(piece: bytes) -> None:
    """Take what nobody wants."""


class _Form:
    """Finds the part of a form that is the file. It holds no more than headers, or what may begin a boundary."""

    def __init__(self, boundary: bytes, wanted: Callable[[bytes], None]) -> None:
        self._delimiter = b"\r\n--" + boundary
        # The first boundary needs no line before it.
        self._rest = b"\r\n"
        self._wanted = wanted
        self._found = False
        #: Where the content of the part goes that is being read; None between two parts.
        self._sink: Callable[[bytes], None] | None = _drop
        self._ended = False

    def feed(self, piece: bytes) -> None:
        """Take the next piece."""
        self._rest += piece
        while not self._ended and (self._header() if self._sink is None else self._content(self._sink)):
            pass

    def close(self) -> None:
        """Take note that there is no more.

        Raises:
            Refusal: There should be.
        """
        if not self._ended:
            raise bad_request("The form is broken off")
        if not self._found:
            raise bad_request(f"The form has no file: it needs a part named '{_PART}'")

    def _content(self, sink: Callable[[bytes], None]) -> bool:
        """Take content off what has come; tell whether the boundary after it was reached."""
        place = self._rest.find(self._delimiter)
        if place < 0:
            kept = len(self._delimiter) - 1
            sink(self._rest[:-kept])
            self._rest = self._rest[-kept:]
            return False
        sink(self._rest[:place])
        self._rest = self._rest[place + len(self._delimiter) :]
        self._sink = None
        return True

    def _header(self) -> bool:
        """Take the headers of a part off what has come; tell whether they were complete."""
        if self._rest.startswith(b"--"):
            self._ended = True
            return True
        headers, end, rest = self._rest.partition(b"\r\n\r\n")
        if not end:
            return False
        self._rest = rest
        # The boundary's own line comes first.
        name = message_from_bytes(headers.partition(b"\r\n")[2]).get_param("name", header="Content-Disposition")
        is_wanted = name == _PART and not self._found
        self._found = self._found or is_wanted
        self._sink = self._wanted if is_wanted else _drop
        return True
