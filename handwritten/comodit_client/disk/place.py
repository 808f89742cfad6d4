"""Files and folders below a folder. No symbolic link below it is followed, and nothing but regular files is read."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import BinaryIO

from attrs import frozen

from comodit_client.disk.handles import CREATE, LIST, READ, Top, check_link, identity_of
from comodit_client.disk.names import hidden_name
from comodit_client.rest.exceptions import UnusableFile

#: What is neither a file, a folder nor a link, in messages.
SPECIAL = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


@frozen
class Place:
    """A file or a folder at or below a folder, which may not exist.

    Args:
        top: The folder at the top.
        parts: The names that lead from there.
    """

    top: Top
    parts: tuple[str, ...] = ()

    @classmethod
    def at(cls, path: str | os.PathLike[str], shown: Mapping[str, str] | None = None) -> Place:
        """Return the place of a folder.

        Args:
            path: The folder, which need not exist.
            shown: Other names for what is below it, as in `Top`.

        Returns:
            The place.

        Raises:
            UnusableFile: The path is not valid.
        """
        try:
            return cls(Top(Path(path), identity_of(Path(path).stat()), shown))
        except OSError:  # the first step that needs the folder fails
            return cls(Top(Path(path), shown=shown))
        except (TypeError, ValueError) as error:
            raise UnusableFile(f"Cannot use {path!r} as a folder: {error}. Pass the path of a folder") from error

    @property
    def path(self) -> Path:
        """The path."""
        return self.top.path.joinpath(*self.parts)

    @property
    def name(self) -> str:
        """The last name."""
        return self.parts[-1] if self.parts else self.top.path.name

    @property
    def parent(self) -> Place:
        """The folder above, which is not above the top."""
        return Place(self.top, self.parts[:-1])

    def __str__(self) -> str:
        """Return the path, or another name for messages."""
        if self.top.shown is None:
            return str(self.path)
        below = "/".join(self.parts)
        return self.top.shown.get(below, below) or self.name

    def __truediv__(self, name: str | PurePath) -> Place:
        """Return a place below this one."""
        names = name.parts if isinstance(name, PurePath) else name.split("/")
        return Place(self.top, (*self.parts, *names))

    def beside(self, name: str) -> Place:
        """Return the place of another name in the same folder."""
        return self.parent / name

    def relative_to(self, above: Place) -> PurePath:
        """Return the path below a place.

        Args:
            above: The place.

        Returns:
            The path.
        """
        return PurePath(*self.parts[len(above.parts) :])

    def status(self) -> os.stat_result | None:
        """Return the status of what is there, a link included.

        Returns:
            The status, or None if there is nothing.

        Raises:
            UnusableFile: A folder above it is a symbolic link, or cannot be read.
        """
        try:
            with self.above() as (name, handle):
                return os.stat(name, dir_fd=handle, follow_symlinks=not self.parts)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._unreadable(error) from error

    def is_folder(self) -> bool:
        """Return whether it is a folder.

        Returns:
            False if there is nothing, or something else.

        Raises:
            UnusableFile: It is a symbolic link.
        """
        found = self.status()
        if found is None:
            return False
        if stat.S_ISDIR(found.st_mode):
            return True
        check_link(found, self.path)
        return False

    def is_file(self) -> bool:
        """Return whether it is a regular file.

        Returns:
            False if there is nothing.

        Raises:
            UnusableFile: It is something else, such as a symbolic link, a folder or a named pipe.
        """
        found = self.status()
        if found is not None:
            self._check_file(found)
        return found is not None

    def names(self) -> list[str]:
        """List a folder.

        Returns:
            The names of its entries, sorted.

        Raises:
            UnusableFile: It cannot be read, or is a symbolic link.
        """
        try:
            with self.top.opened(self.parts, LIST) as handle:
                return sorted(os.listdir(self.path if handle is None else handle))  # noqa: PTH208 - by handle
        except OSError as error:
            raise self._unreadable(error) from error

    def is_empty(self) -> bool:
        """Return whether a folder is empty, without reading all of a large one.

        Raises:
            UnusableFile: It cannot be read, or is a symbolic link.
        """
        try:
            with self.top.opened(self.parts, LIST) as handle, os.scandir(self.path if handle is None else handle) as it:
                return next(it, None) is None
        except OSError as error:
            raise self._unreadable(error) from error

    def open(self) -> BinaryIO:
        """Open a regular file for reading, without waiting for anything.

        Returns:
            The file.

        Raises:
            UnusableFile: It does not exist, cannot be read, is a symbolic link, or is not a regular file.
        """
        try:
            with self.above() as (name, handle):
                # Opening a device or a pipe may have an effect, so its type is checked before and after.
                self._check_file(os.stat(name, dir_fd=handle, follow_symlinks=False))
                opened = os.fdopen(os.open(name, READ, dir_fd=handle), "rb")
        except OSError as error:
            raise self._unreadable(error) from error
        try:
            self._check_file(os.fstat(opened.fileno()))
        except UnusableFile:
            opened.close()
            raise
        return opened

    def create(self, mode: int = 0o666) -> BinaryIO:
        """Create a file for writing.

        Args:
            mode: Its permission bits, before the umask.

        Returns:
            The file.

        Raises:
            OSError: It exists, or cannot be created.
        """
        with self.above() as (name, handle):
            return os.fdopen(os.open(name, CREATE, mode, dir_fd=handle), "wb")

    def replace(self, content: BinaryIO, mode: int = 0o666) -> None:
        """Write a file as a whole. A reader, or an interrupted run, sees the old content or the new one.

        Args:
            content: Its content.
            mode: Its permission bits, before the umask.

        Raises:
            OSError: It cannot be written.
        """
        temporary = self.beside(f"{hidden_name(self.name)}.comodit-new")
        temporary.unlink()  # a killed run left it
        with temporary.create(mode) as opened:
            shutil.copyfileobj(content, opened)
        temporary.rename(self)

    def make(self) -> None:
        """Create a folder and those above it, unless they exist.

        Raises:
            OSError: A folder cannot be created.
            UnusableFile: A symbolic link has the place of a folder.
        """
        for length in range(1, len(self.parts) + 1):
            with suppress(FileExistsError), Place(self.top, self.parts[:length]).above() as (name, handle):
                os.mkdir(name, dir_fd=handle)

    def rename(self, other: Place) -> None:
        """Move it to another place. A file there is replaced.

        Args:
            other: The other place.

        Raises:
            OSError: It cannot be moved.
        """
        with self.above() as (name, handle), other.above() as (new_name, new_handle):
            os.replace(name, new_name, src_dir_fd=handle, dst_dir_fd=new_handle)

    def unlink(self) -> None:
        """Remove a file or a link, if it exists.

        Raises:
            OSError: It cannot be removed.
        """
        with suppress(FileNotFoundError), self.above() as (name, handle):
            os.unlink(name, dir_fd=handle)

    def rmdir(self) -> None:
        """Remove an empty folder.

        Raises:
            OSError: It does not exist, is not empty, or is not a folder.
        """
        with self.above() as (name, handle):
            os.rmdir(name, dir_fd=handle)

    def set_mode(self, mode: int) -> None:
        """Set the permission bits of a folder.

        Args:
            mode: The bits.

        Raises:
            OSError: They cannot be set.
        """
        with self.top.opened(self.parts, LIST) as handle:
            os.chmod(self.path if handle is None else handle, mode)  # noqa: PTH101 - by handle

    def set_time(self, moment: int) -> None:
        """Set the times of a file or a folder.

        Args:
            moment: The time in nanoseconds.

        Raises:
            OSError: It cannot be set.
        """
        with self.above() as (name, handle):
            os.utime(name, ns=(moment, moment), dir_fd=handle, follow_symlinks=handle is None)

    @contextmanager
    def above(self) -> Iterator[tuple[str, int | None]]:
        """Open the folder above.

        Yields:
            The name in it with its handle; or the path and None if the system has no handles.

        Raises:
            UnusableFile: A symbolic link leads to it.
            OSError: It does not exist, or cannot be opened.
        """
        if not self.parts:
            yield str(self.top.path), None
            return
        with self.top.opened(self.parts[:-1]) as handle:
            yield str(self.path) if handle is None else self.parts[-1], handle

    def _check_file(self, found: os.stat_result) -> None:
        if not stat.S_ISREG(found.st_mode):
            check_link(found, self.path)
            what = SPECIAL.get(stat.S_IFMT(found.st_mode))
            raise UnusableFile(f"Cannot read {str(self)!r}: it is {what + ', ' if what else ''}not a file")

    def _unreadable(self, error: OSError) -> UnusableFile:
        return UnusableFile(f"Cannot read {str(self)!r}: {error.strerror}")
