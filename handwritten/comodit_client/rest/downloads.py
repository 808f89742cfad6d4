"""The target of a download: an open file, or a path that is replaced as a whole or not at all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypeAlias, cast

from comodit_client.rest.exceptions import UnusableFile
from comodit_client.rest.strings import name_of

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
        UnusableFile: The path or the file cannot be written.
    """
    from comodit_client.wire.writing import Writer, written  # a response in memory needs neither

    if isinstance(to, (str, os.PathLike)):
        with written(to, 0o600) as file:
            yield cast(BinaryIO, file)
    else:
        name = name_of(to, type(to).__name__)
        _check(to, name)
        yield cast(BinaryIO, Writer(to, name))


def _check(file: BinaryIO, name: str) -> None:
    # Text files of tempfile are no TextIOBase, but they have an encoding.
    if not callable(getattr(file, "write", None)) or isinstance(file, io.TextIOBase) or hasattr(file, "encoding"):
        raise UnusableFile(
            f"Cannot write to {name!r}, an object of type {type(file).__name__}. Pass a path, or a file that is open "
            "for writing bytes."
        )
    if getattr(file, "closed", False):
        raise UnusableFile(f"Cannot write {name!r}: the file is closed. Open it for writing bytes.")
    writable = getattr(file, "writable", None)
    if writable is not None and not writable():
        raise UnusableFile(f"Cannot write {name!r}: the file is open for reading. Open it for writing bytes.")


class Sink:
    """A file that receives the body of a response.

    Args:
        file: A file open for writing bytes.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        #: The number of bytes that were written.
        self.size: int = 0

    def write(self, piece: bytes) -> None:
        """Write a piece.

        Args:
            piece: The bytes.
        """
        self._file.write(piece)
        self.size += len(piece)
