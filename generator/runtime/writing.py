"""Write local files: a regular file is replaced as a whole or not at all, anything else is written into."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from generator.runtime.errors import ClientError, UnusableFile

#: The system follows at most this many symbolic links.
MAX_LINKS = 40


class Writer:
    """A file that takes all bytes, or raises an exception of this library.

    Args:
        file: A file that is open for writing bytes.
        name: Its name in messages.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._name = name

    def write(self, content: bytes) -> int:
        """Write bytes to the file.

        Args:
            content: The bytes.

        Returns:
            Their number.

        Raises:
            UnusableFile: The file did not take all bytes, or raised an exception.
        """
        rest = content
        while rest:
            try:
                taken = self._file.write(rest)
            except ClientError:
                raise
            except Exception as error:
                raise _unusable(self._name, error) from error
            if not isinstance(taken, int) and not isinstance(self._file, io.RawIOBase):
                break  # a file of the caller need not return how much it took
            if not isinstance(taken, int) or taken <= 0:
                raise UnusableFile(
                    f"Cannot write {self._name!r}: it took {len(content) - len(rest)} of {len(content)} bytes. "
                    "Pass a file that blocks until all bytes are written."
                )
            rest = rest[taken:]
        return len(content)


@contextmanager
def written(path: str | os.PathLike[str], mode: int = 0o666) -> Iterator[Writer]:
    """Open a path for writing.

    A regular file is replaced when the block ends without an exception; it keeps its mode and its owner. A symbolic
    link stays, and its target is written. A pipe, a device or an open descriptor such as /dev/stdout is written into.

    Args:
        path: The path.
        mode: The permission bits of a new file, before the umask.

    Yields:
        The file to write to.

    Raises:
        UnusableFile: The path cannot be written. The file that was there stays.
    """
    with _explained(path):
        name = os.fsdecode(path)
        sink = _sink(name, mode)
    try:
        yield Writer(sink.file, name)
        with _explained(name):
            sink.commit()
    except BaseException:
        sink.discard()
        raise


class _Sink:
    """An open file, which is written beside its place if it has one."""

    def __init__(self, descriptor: int, temporary: str = "", place: str = "") -> None:
        self.file = open(descriptor, "wb")  # noqa: SIM115 - closed by commit or discard
        self._temporary = temporary
        self._place = place

    def commit(self) -> None:
        self.file.close()
        if self._place:
            os.replace(self._temporary, self._place)  # noqa: PTH105 - in one step, and over an existing file

    def discard(self) -> None:
        with suppress(OSError):
            self.file.close()
        if self._place:
            with suppress(OSError):
                os.unlink(self._temporary)  # noqa: PTH108 - the paths of this module are strings


def _sink(name: str, mode: int) -> _Sink:
    descriptor = _own_descriptor(name)
    if descriptor is not None:
        copy = os.dup(descriptor)  # a file that is opened anew would be written from its start
        os.write(copy, b"")  # fails if it is open for reading only
        return _Sink(copy)
    try:
        found = os.stat(name)  # noqa: PTH116 - Path drops a trailing slash
    except FileNotFoundError:
        if os.path.basename(name) in ("", ".", ".."):  # noqa: PTH119 - the same
            raise
        return _beside(os.path.realpath(name), mode)
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    in_place = os.open(name, os.O_WRONLY)
    if not stat.S_ISREG(found.st_mode):
        return _Sink(in_place)
    os.close(in_place)  # that was a check: a file that cannot be written must not be replaced either
    return _beside(os.path.realpath(name), mode, found)


def _beside(place: str, mode: int, found: os.stat_result | None = None) -> _Sink:
    temporary = os.path.join(os.path.dirname(place), f".{os.urandom(8).hex()}.tmp")  # noqa: PTH118, PTH120
    sink = _Sink(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), temporary, place)
    if found is not None:
        try:
            with suppress(PermissionError):  # only root may give a file away
                os.chown(temporary, found.st_uid, found.st_gid)
            os.chmod(temporary, stat.S_IMODE(found.st_mode))  # noqa: PTH101
        except BaseException:
            sink.discard()
            raise
    return sink


def _own_descriptor(name: str) -> int | None:
    """Return the descriptor of this process that a path such as /dev/stdout stands for."""
    folders = {os.path.realpath("/dev/fd"), os.path.realpath("/proc/self/fd")}
    for _ in range(MAX_LINKS):
        folder, last = os.path.split(name)
        if last.isdecimal() and os.path.realpath(folder) in folders:
            return int(last)
        if not os.path.islink(name):  # noqa: PTH114
            return None
        name = os.path.join(folder, os.readlink(name))  # noqa: PTH115, PTH118
    return None


@contextmanager
def _explained(path: object) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, TypeError) as error:  # a path with a null byte is a ValueError
        raise _unusable(path, error) from error


def _unusable(path: object, error: Exception) -> UnusableFile:
    reason = getattr(error, "strerror", None) or error
    name = os.fspath(path) if isinstance(path, os.PathLike) else path
    return UnusableFile(f"Cannot write {name!r}: {reason}. Check the path, its permissions and the free space.")
