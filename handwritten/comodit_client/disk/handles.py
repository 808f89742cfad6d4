"""Handles of folders: each folder of a path is opened from the handle of the one above, and no link is followed.

A folder that somebody replaces with a symbolic link between two steps cannot redirect a read or a write. Systems
without such handles, such as Windows, check for links before each step instead.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from comodit_client.rest.exceptions import UnusableFile

#: Whether the system opens files relative to the handle of a folder.
HAS_HANDLES = {os.open, os.stat, os.mkdir, os.rename, os.unlink, os.rmdir, os.utime} <= os.supports_dir_fd
#: The number of folders and files below each other, and of JSON values within each other. Exports have up to 12.
DEEPEST = 100
#: Flags that some systems do not have.
_NO_LINK, _DIRECTORY = getattr(os, "O_NOFOLLOW", 0), getattr(os, "O_DIRECTORY", 0)
#: To list a folder, and to go through one that may not be listed, where the system knows the difference.
LIST = os.O_RDONLY | _DIRECTORY
SEARCH = getattr(os, "O_PATH", os.O_RDONLY) | _DIRECTORY
#: To read a file, without waiting for the other end of a pipe.
READ = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
#: To create a file.
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
#: The device and the number of a folder.
Identity: TypeAlias = tuple[int, int]


@frozen
class Top:
    """The folder at the top of a path. Links above it, and the folder itself if it is a link, are followed.

    Args:
        path: Its path.
        identity: The folder as it was found. Another one in its place is rejected.
        shown: If given, messages name what is below the folder by its path from there, or by another name for it, which
            this holds. Temporary folders need that.
    """

    path: Path
    identity: Identity | None = None
    shown: Mapping[str, str] | None = field(default=None, eq=False, repr=False)

    @contextmanager
    def opened(self, parts: tuple[str, ...], flags: int = SEARCH) -> Iterator[int | None]:
        """Open a folder.

        Args:
            parts: The names that lead to it from the top.
            flags: Whether to list the folder or only to go through it.

        Yields:
            Its handle, or None if the system has no handles.

        Raises:
            UnusableFile: A symbolic link leads to it, it is too deep, or the folder at the top was replaced.
            OSError: It does not exist, or cannot be opened.
        """
        if len(parts) > DEEPEST:
            raise UnusableFile(
                f"Cannot use {str(self.path)!r}: its folders are nested more than {DEEPEST} deep. Remove the innermost "
                "ones"
            )
        if not HAS_HANDLES:
            self._check(parts)
            yield None
            return
        handle = self._open(parts, flags)
        try:
            yield handle
        finally:
            os.close(handle)

    def _open(self, parts: tuple[str, ...], flags: int) -> int:
        handle = os.open(self.path, SEARCH if parts else flags)
        try:
            self._check_same(os.fstat(handle))
            for depth, part in enumerate(parts, 1):
                try:
                    below = os.open(part, (flags if depth == len(parts) else SEARCH) | _NO_LINK, dir_fd=handle)
                except OSError:
                    found = os.stat(part, dir_fd=handle, follow_symlinks=False)
                    check_link(found, self.path.joinpath(*parts[:depth]))
                    raise
                os.close(handle)
                handle = below
        except BaseException:
            os.close(handle)
            raise
        return handle

    def _check(self, parts: tuple[str, ...]) -> None:
        self._check_same(self.path.stat())
        path = self.path
        for part in parts:
            path /= part
            check_link(path.lstat(), path)

    def _check_same(self, found: os.stat_result) -> None:
        if self.identity is not None and identity_of(found) != self.identity:
            raise UnusableFile(
                f"Cannot use {str(self.path)!r}: the folder was replaced after it was read. Start again with the new "
                "one"
            )


def identity_of(found: os.stat_result) -> Identity:
    """Return what identifies a folder as long as it exists.

    Args:
        found: Its status.

    Returns:
        Its identity.
    """
    return found.st_dev, found.st_ino


def check_link(found: os.stat_result, path: Path) -> None:
    """Reject a symbolic link.

    Args:
        found: The status of a file or a folder.
        path: Its path, for the message.

    Raises:
        UnusableFile: It is a link.
    """
    if stat.S_ISLNK(found.st_mode):
        raise UnusableFile(
            f"Cannot use {str(path)!r}: it is a symbolic link, which may lead out of the folder. Use a copy instead"
        )
