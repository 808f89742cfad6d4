"""The target of a download: an open file, or a path that is replaced as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from comodit_client.rest.exceptions import UnusableFile

#: A path, or a file that is open for writing bytes.
Target: TypeAlias = str | os.PathLike[str] | BinaryIO


@contextmanager
def target(to: Target) -> Iterator[BinaryIO]:
    """Open the target of a download.

    Args:
        to: A path, or a file open for writing bytes. The file at a path is replaced when the download is complete.
            An open file is not closed; after a failure it may hold a part of the content.

    Yields:
        The file to write to.

    Raises:
        UnusableFile: The path cannot be written.
    """
    if not isinstance(to, (str, os.PathLike)):
        yield to
        return
    path = Path(to)
    try:
        descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except (OSError, ValueError) as error:  # a path with a null byte is a ValueError
        raise UnusableFile(f"Cannot write {str(path)!r}: {error}. Check the folder and its permissions.") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        Path(beside).chmod(_mode(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o600


class Sink:
    """A file that receives the body of a response.

    Args:
        file: A file open for writing bytes.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        #: The number of bytes that were written.
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Write a piece.

        Args:
            piece: The bytes.

        Raises:
            UnusableFile: The file cannot be written.
        """
        try:
            self._file.write(piece)
        except (OSError, ValueError, TypeError) as error:  # a closed file is a ValueError, one for text a TypeError
            raise UnusableFile(f"Cannot write the response: {error}. Check the file and the free space.") from error
        self.size += len(piece)
