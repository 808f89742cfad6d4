"""The content of uploads, from files or memory, checked before anything is sent."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from mimetypes import MimeTypes
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from attrs import evolve

from comodit_client.rest.exceptions import PythonApiException, UnusableFile
from comodit_client.rest.strings import name_of
from comodit_client.wire.request import Upload

#: A path, bytes, or a file that is open for reading bytes.
Content: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

#: Media types by suffix as Python knows them; the machine's own tables do not count.
TYPES = MimeTypes()
#: The media types of pictures, by their first bytes.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
#: The media type of content of any kind.
ANY_TYPE = "application/octet-stream"


@contextmanager
def upload(content: Content, name: str) -> Iterator[Upload]:
    """Open the content of an upload; it is read while it is sent, never as a whole.

    Args:
        content: A path, bytes, or a file that is open for reading bytes; such a file is not closed.
        name: The file name of content that has none.

    Yields:
        The part of a request.

    Raises:
        UnusableFile: The file does not exist, cannot be read, or is open for reading text. A file that cannot be read
            to its end, or changes its size, raises it while it is sent.
    """
    if isinstance(content, (str, os.PathLike)):
        path = Path(content)
        try:
            file = path.open("rb")
        except (OSError, ValueError) as error:  # a path with a null byte is a ValueError
            reason = error.strerror if isinstance(error, OSError) else error
            raise UnusableFile(f"Cannot upload {str(path)!r}: {reason}. Check the path and its permissions.") from error
        with file:
            yield _upload(_reader(file, path.name), path.name)
    elif isinstance(content, (bytes, bytearray, memoryview)):
        yield _upload(bytes(content), name)
    elif isinstance(content, io.TextIOBase) or not hasattr(content, "read"):
        raise UnusableFile(
            f"Cannot upload an object of type {type(content).__name__}. Give a path, bytes, or a file that is open for "
            "reading bytes."
        )
    else:
        name = os.path.basename(name_of(content, name))  # noqa: PTH119
        _check(content, name)
        yield _upload(_reader(content, name), name)


@contextmanager
def picture(content: Content, name: str) -> Iterator[Upload]:
    """Open a picture for an upload. Its media type is guessed from its name, else from its first bytes.

    The server decides which types it accepts (S144).

    Args:
        content: A path, bytes, or a file that is open for reading bytes.
        name: The file name of content that has none.

    Yields:
        The part of a request.

    Raises:
        UnusableFile: The content cannot be read.
    """
    with upload(content, name) as found:
        yield evolve(found, content_type=_picture_type(found)) if found.content_type == ANY_TYPE else found


def _picture_type(found: Upload) -> str:
    try:
        beginning = _beginning(found.content)
    except io.UnsupportedOperation:  # a pipe, whose first bytes could not be read again
        return ANY_TYPE
    return next((kind for start, kind in PICTURES.items() if beginning.startswith(start)), ANY_TYPE)


class _Reader:
    """A file as httpx sends it: exactly as many bytes as were announced, or an exception of this library.

    It has no file descriptor, so its length is found by seeking: by its descriptor, a pipe would seem empty. A file
    that cannot be rewound is sent without a length, and not sent twice: nothing of it would be left.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._announced: int | None = None
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        with self._explained():
            piece = self._file.read(size)
        if not isinstance(piece, (bytes, bytearray, memoryview)):
            raise self._unusable(f"it returned {type(piece).__name__} instead of bytes", "Open it for reading bytes")
        self._read += len(piece)
        if self._announced is not None and size != 0:
            if self._read > self._announced:
                raise self._unusable(f"it grew beyond {self._announced} bytes", "Send a copy that does not change")
            if not piece and self._read < self._announced:
                raise self._unusable(
                    f"it ended after {self._read} of {self._announced} bytes", "Send a copy that does not change"
                )
        return bytes(piece)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        with self._explained():
            rewindable = hasattr(self._file, "seekable") and self._file.seekable()
        if not rewindable:
            if self._read and whence == os.SEEK_SET:
                raise self._unusable("it cannot be rewound to be sent a second time", "Pass a path or bytes")
            raise io.UnsupportedOperation("it can only be read once")
        if whence == os.SEEK_END:
            return self._length()
        with self._explained():
            self._file.seek(offset, whence)
            self._read = self._file.tell()
        return self._read

    def tell(self) -> int:
        return self.seek(0, os.SEEK_CUR)

    def _length(self) -> int:
        self._announced = None
        with self._explained(), suppress(OSError):  # a file of /proc has no length
            self._file.seek(0, os.SEEK_END)
            self._announced = self._file.tell()
        if self._announced is None:
            raise io.UnsupportedOperation("it has no length")
        return self._announced

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except PythonApiException:
            raise
        except Exception as error:  # a file of the caller may raise anything
            raise self._unusable(getattr(error, "strerror", None) or error, "Check the file and try again") from error

    def _unusable(self, reason: object, advice: str) -> UnusableFile:
        return UnusableFile(f"Cannot read {self._name!r} to its end: {reason}. {advice}.")


def _reader(file: BinaryIO, name: str) -> BinaryIO:
    return cast(BinaryIO, _Reader(file, name))


def _check(file: BinaryIO, name: str) -> None:
    if getattr(file, "closed", False):
        raise UnusableFile(f"Cannot upload {name!r}: the file is closed. Open it for reading bytes.")
    try:
        nothing = file.read(0)
    except Exception as error:  # a file of the caller may raise anything
        raise UnusableFile(f"Cannot upload {name!r}: {error}. Open it for reading bytes.") from error
    if not isinstance(nothing, bytes):  # text files of tempfile have no class that shows it
        raise UnusableFile(f"Cannot upload {name!r}: it is open for reading text. Open it for reading bytes.")


def _upload(content: bytes | BinaryIO, name: str) -> Upload:
    # A file name may contain bytes that are not UTF-8; the server does not need the exact name.
    name = os.fsencode(name).decode("utf-8", "replace")
    return Upload(content, name, TYPES.guess_type(name)[0] or ANY_TYPE)


def _beginning(content: bytes | BinaryIO) -> bytes:
    length = max(map(len, PICTURES))
    if isinstance(content, bytes):
        return content[:length]
    content.seek(0)  # httpx also sends a file from its start
    beginning = content.read(length)
    content.seek(0)
    return beginning
