"""Bodies of requests, read piece by piece into a file of their own: they may be large.

A client uploads a form with one part, or the bare bytes (S101). Only what an upload needs is understood of forms
(RFC 7578): the first part named `file`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO

from comodit_client.sandbox.errors import Refusal, unusable

FORM = "multipart/form-data"
#: Name of the part that holds the file (S103).
_PART = "file"
#: What SQLite stores in one piece.
_MOST = 1_000_000_000
_IN_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class Upload:
    """What was uploaded.

    Attributes:
        file: The bytes, from the first one on.
        size: How many bytes there are.
    """

    file: IO[bytes]
    size: int


def upload_file() -> IO[bytes]:
    """Return a file for a body: in memory, and on the disk once it is large. Who asks for it closes it."""
    return SpooledTemporaryFile(_IN_MEMORY)


def upload_of(content: bytes) -> Upload:
    """Return bytes as if they had been uploaded."""
    return Upload(BytesIO(content), len(content))


async def receive_body(media_type: str, pieces: AsyncIterator[bytes], file: IO[bytes]) -> Upload:
    """Read a body to its end, so that a client that is refused can read the answer.

    Args:
        media_type: The request's Content-Type.
        pieces: The body.
        file: Where to write what was uploaded: the file in the body, if it is a form, else all of it.

    Raises:
        Refusal: It is a form without a file, or broken off, or larger than the sandbox stores.
    """
    target = _Target(file)
    if media_type.partition(";")[0].strip().lower() == FORM:
        form = _Form(_boundary(media_type), target.feed)
        async for piece in pieces:
            form.feed(piece)
        form.close()
    else:
        async for piece in pieces:
            target.feed(piece)
    return target.upload()


def _boundary(media_type: str) -> bytes:
    header = Message()
    header["Content-Type"] = media_type
    boundary = header.get_boundary()
    if not boundary:
        raise unusable("The form has no boundary")
    return boundary.encode("latin-1", "replace")


class _Target:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = 0

    def feed(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size <= _MOST:
            self._file.write(piece)

    def upload(self) -> Upload:
        if self._size > _MOST:
            raise Refusal(413, f"The sandbox takes no more than {_MOST} bytes")
        self._file.seek(0)
        return Upload(self._file, self._size)


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
            raise unusable("The form is broken off")
        if not self._found:
            raise unusable(f"The form has no file: it needs a part named '{_PART}'")

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
