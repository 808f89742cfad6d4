"""The content of uploads, from files or memory, checked before anything is sent."""

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

#: A path, bytes, or a file that is open for reading bytes.
Content: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

#: Media types by suffix as Python knows them; the machine's own tables do not count.
TYPES = MimeTypes()
#: The first bytes of the pictures that the server shows.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
}


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
            to its end raises it while it is sent.
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
        own_name = getattr(content, "name", None)
        name = os.path.basename(own_name) if isinstance(own_name, str) and own_name else name  # noqa: PTH119
        _check(content, name)
        yield _upload(_reader(content, name), name)


@contextmanager
def picture(content: Content, name: str) -> Iterator[Upload]:
    """Open a picture for an upload.

    Args:
        content: A path, bytes, or a file that is open for reading bytes and can be rewound.
        name: The file name of content that has none.

    Yields:
        The part of a request.

    Raises:
        UnusableFile: The content cannot be read, or is not a PNG, JPEG or GIF by its first bytes.
    """
    with upload(content, name) as found:
        try:
            beginning = _beginning(found.content)
        except (OSError, ValueError) as error:  # a pipe cannot be rewound, a closed file is a ValueError
            raise UnusableFile(
                f"Cannot check the picture {found.filename!r}: {error}. Give a path or bytes."
            ) from error
        if not beginning.startswith(tuple(PICTURES)):
            raise UnusableFile(
                f"Cannot upload {found.filename!r} as a picture: it is not a PNG, JPEG or GIF. Convert it first."
            )
        yield found


class _Reader:
    """A file as httpx sends it.

    It has no file descriptor, so its length is found by seeking: by its descriptor, a pipe would seem empty. A file
    that cannot be rewound is not sent twice: after a renewed login, nothing of it would be left.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        if self._ended:
            raise UnusableFile(f"Cannot send {self._name!r} a second time: it cannot be rewound. Give a path or bytes.")
        try:
            piece = self._file.read(size)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnusableFile(
                f"Cannot read {self._name!r} to its end: {reason}. Check the file and try again."
            ) from error
        self._ended = not piece and size != 0
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if not (hasattr(self._file, "seekable") and self._file.seekable()):
            raise io.UnsupportedOperation("it can only be read once")
        self._ended = False
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self.seek(0, os.SEEK_CUR)


def _reader(file: BinaryIO, name: str) -> BinaryIO:
    return cast(BinaryIO, _Reader(file, name))


def _check(file: BinaryIO, name: str) -> None:
    if getattr(file, "closed", False):
        raise UnusableFile(f"Cannot upload {name!r}: the file is closed. Open it for reading bytes.")
    try:
        nothing = file.read(0)
    except (OSError, ValueError) as error:
        raise UnusableFile(f"Cannot upload {name!r}: {error}. Open it for reading bytes.") from error
    if not isinstance(nothing, bytes):  # text files of tempfile have no class that shows it
        raise UnusableFile(f"Cannot upload {name!r}: it is open for reading text. Open it for reading bytes.")


def _upload(content: bytes | BinaryIO, name: str) -> Upload:
    # A file name may contain bytes that are not UTF-8; the server does not need the exact name.
    name = os.fsencode(name).decode("utf-8", "replace")
    return Upload(content, name, TYPES.guess_type(name)[0] or "application/octet-stream")


def _beginning(content: bytes | BinaryIO) -> bytes:
    length = max(map(len, PICTURES))
    if isinstance(content, bytes):
        return content[:length]
    content.seek(0)  # httpx also sends a file from its start
    beginning = content.read(length)
    content.seek(0)
    return beginning
