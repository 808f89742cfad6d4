"""A lock between processes. The system frees it when its holder ends, however that happens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: The longest time to wait for another process, in seconds. Locks are held for a moment only.
PATIENCE = 10.0

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int, shared: bool = False) -> None:
        """Lock an open file; Windows has no shared locks."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error

    def unlock(descriptor: int) -> None:
        """Release the lock of an open file."""
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock(descriptor: int, shared: bool = False) -> None:
        """Lock an open file or folder.

        Args:
            descriptor: Its descriptor.
            shared: Whether others may hold a shared lock of it, too.

        Raises:
            BlockingIOError: It is locked.
            OSError: The file system has no locks.
        """
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def unlock(descriptor: int) -> None:
        """Release the lock of an open file or folder."""
        # Closing does not release the lock while a process that was forked meanwhile has the file open, too.
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Hold a lock that other processes and threads wait for.

    Args:
        path: The lock's file. It is created, and stays: removing it would let two processes lock different files.

    Raises:
        OSError: The file cannot be opened or locked, or another process holds the lock for too long.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + PATIENCE
        while not _locks(descriptor):
            if time.monotonic() > deadline:
                raise TimeoutError(f"another process has held the lock {path} for {PATIENCE:.0f} seconds")
            time.sleep(0.01)
        try:
            yield
        finally:
            unlock(descriptor)
    finally:
        os.close(descriptor)


def _locks(descriptor: int) -> bool:
    try:
        lock(descriptor)
    except BlockingIOError:
        return False
    return True
