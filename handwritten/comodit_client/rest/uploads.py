"""What is uploaded: local files and what is held in memory, checked before anything is sent."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import MimeTypes
from pathlib import Path
from typing import BinaryIO, TypeAlias

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
        UnusableFile: There is no such file, it cannot be read, or it is open for reading text.
    """
    if isinstance(content, (str, os.PathLike)):
        path = Path(content)
        try:
            file = path.open("rb")
        except (OSError, ValueError) as error:  # a path with a null byte is a ValueError
            reason = error.strerror if isinstance(error, OSError) else error
            raise UnusableFile(f"{str(path)!r} cannot be read: {reason}") from error
        with file:
            yield _upload(file, path.name)
    elif isinstance(content, (bytes, bytearray, memoryview)):
        yield _upload(bytes(content), name)
    elif isinstance(content, io.TextIOBase) or not hasattr(content, "read"):
        raise UnusableFile(
            f"a {type(content).__name__} cannot be uploaded: give a path, bytes, or a file that is open for reading "
            "bytes"
        )
    else:
        _check_open(content)
        given = getattr(content, "name", None)
        yield _upload(content, os.path.basename(given) if isinstance(given, str) and given else name)  # noqa: PTH119


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


def sendable(content: bytes | BinaryIO) -> bytes | BinaryIO:
    """Make what the HTTP library can send: it takes a pipe for an empty file, and would send the rest of it twice.

    Args:
        content: Bytes, or a file.

    Returns:
        The same; in a shell that is read once, where it cannot be rewound.
    """
    if isinstance(content, bytes) or (hasattr(content, "seek") and content.seekable()):
        return content
    return _Once(content)  # type: ignore[return-value]  # of a file, sending needs this alone


class _Once:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ended = False

    def read(self, size: int) -> bytes:
        if self._ended:
            raise UnusableFile("what is uploaded cannot be rewound to be sent once more: give a path, or bytes")
        piece = self._file.read(size)
        self._ended = not piece
        return piece


def _check_open(file: BinaryIO) -> None:
    try:
        nothing = file.read(0)
    except (OSError, ValueError) as error:  # a closed file is a ValueError
        raise UnusableFile(f"a file that is given cannot be read: {error}") from error
    if not isinstance(nothing, bytes):
        raise UnusableFile("a file is open for reading text: open it for reading bytes")


def _upload(content: bytes | BinaryIO, name: str) -> Upload:
    return Upload(content, name, TYPES.guess_type(name)[0] or "application/octet-stream")


def _beginning(content: bytes | BinaryIO) -> bytes:
    length = max(map(len, PICTURES))
    if isinstance(content, bytes):
        return content[:length]
    content.seek(0)  # sending begins there as well, wherever the file stands
    beginning = content.read(length)
    content.seek(0)
    return beginning
