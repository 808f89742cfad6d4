"""What is uploaded: local files and what is held in memory, checked before anything is sent."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import MimeTypes
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from comodit_client.rest.exceptions import UnusableFile
from comodit_client.wire.request import Upload

#: What can be uploaded: a path, bytes, or a file that is open for reading bytes.
Content: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

#: Types by suffix as Python knows them, whatever the machine's own tables say.
TYPES = MimeTypes()
#: How the pictures begin that the server shows.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
}


@contextmanager
def upload(content: Content, name: str) -> Iterator[Upload]:
    """Open what is to be uploaded; it is read while it is sent, never as a whole.

    Args:
        content: A path, bytes, or a file that is open for reading bytes; that one is not closed.
        name: The name to give to what has none.

    Yields:
        What a request carries.

    Raises:
        UnusableFile: There is no such file, it cannot be read, or it is open for reading text. What breaks off while it
            is sent raises the same.
    """
    if isinstance(content, (str, os.PathLike)):
        path = Path(content)
        try:
            file = path.open("rb")
        except (OSError, ValueError) as error:  # a path with a null byte is a ValueError
            reason = error.strerror if isinstance(error, OSError) else error
            raise UnusableFile(f"{str(path)!r} cannot be read: {reason}") from error
        with file:
            yield _upload(_reader(file, path.name), path.name)
    elif isinstance(content, (bytes, bytearray, memoryview)):
        yield _upload(bytes(content), name)
    elif isinstance(content, io.TextIOBase) or not hasattr(content, "read"):
        raise UnusableFile(
            f"a {type(content).__name__} cannot be uploaded: give a path, bytes, or a file that is open for reading "
            "bytes"
        )
    else:
        own_name = getattr(content, "name", None)
        name = os.path.basename(own_name) if isinstance(own_name, str) and own_name else name  # noqa: PTH119
        _check(content, name)
        yield _upload(_reader(content, name), name)


@contextmanager
def picture(content: Content, name: str) -> Iterator[Upload]:
    """Open a picture that is to be uploaded.

    Args:
        content: A path, bytes, or a file that is open for reading bytes and can be rewound.
        name: The name to give to what has none.

    Yields:
        What a request carries.

    Raises:
        UnusableFile: It cannot be read, or its first bytes are not those of a PNG, a JPEG or a GIF.
    """
    with upload(content, name) as found:
        try:
            beginning = _beginning(found.content)
        except (OSError, ValueError) as error:  # a pipe cannot be rewound, a closed file is a ValueError
            raise UnusableFile(f"{found.filename!r} cannot be looked into: {error}") from error
        if not beginning.startswith(tuple(PICTURES)):
            raise UnusableFile(f"{found.filename!r} is no picture: it does not begin as a PNG, a JPEG or a GIF does")
        yield found


class _Reader:
    """A file as it is sent: it is read, and its length is that of the way to its end.

    Its number is not handed on: by that, a pipe would look empty. What cannot be rewound is not sent twice: the second
    time, where a login had to be renewed, nothing of it would be left.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        if self._ended:
            raise UnusableFile(f"{self._name!r} cannot be rewound to be sent once more: give a path, or bytes")
        try:
            piece = self._file.read(size)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnusableFile(f"{self._name!r} cannot be read to its end: {reason}") from error
        self._ended = not piece and size != 0
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if not (hasattr(self._file, "seekable") and self._file.seekable()):
            raise io.UnsupportedOperation("it can be read once only")
        self._ended = False
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self.seek(0, os.SEEK_CUR)


def _reader(file: BinaryIO, name: str) -> BinaryIO:
    return cast(BinaryIO, _Reader(file, name))


def _check(file: BinaryIO, name: str) -> None:
    if getattr(file, "closed", False):
        raise UnusableFile(f"{name!r} cannot be read: the file is closed")
    try:
        nothing = file.read(0)
    except (OSError, ValueError) as error:
        raise UnusableFile(f"{name!r} cannot be read: {error}") from error
    if not isinstance(nothing, bytes):  # not every file of text says so by its class, as those of tempfile
        raise UnusableFile(f"{name!r} is open for reading text: open it for reading bytes")


def _upload(content: bytes | BinaryIO, name: str) -> Upload:
    # A name on disk may hold bytes that are no UTF-8; the server does not need it.
    name = os.fsencode(name).decode("utf-8", "replace")
    return Upload(content, name, TYPES.guess_type(name)[0] or "application/octet-stream")


def _beginning(content: bytes | BinaryIO) -> bytes:
    length = max(map(len, PICTURES))
    if isinstance(content, bytes):
        return content[:length]
    content.seek(0)  # sending begins there as well, wherever the file stands
    beginning = content.read(length)
    content.seek(0)
    return beginning
