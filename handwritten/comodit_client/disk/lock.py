"""One export, import or sync at a time per folder: a lock that ends with its process.

A run that writes locks a hidden file beside the folder, which it removes at its end. A killed run leaves that file
behind, without its lock. A run that reads creates nothing: it locks the folder itself, and that file if it exists.
Folders above that hold a definition are locked as by a reader.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.names import hidden_name
from comodit_client.rest.exceptions import PythonApiException, UnusableFile
from comodit_client.rest.file_lock import lock, unlock

#: The end of the name of a lock file.
ENDING = ".comodit-lock"
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


@contextmanager
def locked(
    path: str | os.PathLike[str], exclusive: bool, error: type[PythonApiException] = UnusableFile
) -> Iterator[None]:
    """Lock a folder.

    Args:
        path: The folder, which need not exist.
        exclusive: Whether it is written. Missing folders above it are created then. Otherwise others may read it, too.
        error: The class of the exception.

    Yields:
        None, while the folder is locked.

    Raises:
        PythonApiException: Another export, import or sync uses the folder.
        OSError: The folders above it cannot be created.
    """
    try:
        target = Path(os.path.realpath(path))
    except (TypeError, ValueError) as reason:
        raise error(f"Cannot use {path!r} as a folder: {reason}. Pass the path of a folder") from reason
    with ExitStack() as held:
        try:
            for above in reversed(target.parents):
                _lock_for_reading(held, above)
            if exclusive:
                target.parent.mkdir(parents=True, exist_ok=True)
                _lock_for_writing(held, target)
            else:
                _lock_for_reading(held, target)
        except BlockingIOError as reason:
            raise error(
                f"Cannot use {str(target)!r}: another export, import or sync is using it. Wait until that ends, then "
                "try again"
            ) from reason
        yield


def _lock_for_reading(held: ExitStack, folder: Path) -> None:
    _lock_if_possible(held, _beside(folder), os.O_RDONLY, shared=True)
    if os.path.lexists(folder / DEFINITION):
        _lock_if_possible(held, folder, FOLDER, shared=True)


def _lock_for_writing(held: ExitStack, folder: Path) -> None:
    file = _beside(folder)
    while True:
        handle = _lock_if_possible(held, file, os.O_RDWR | os.O_CREAT, shared=False)
        if handle is None:  # only the folder can be locked; nobody else replaces it in a folder that is read-only
            _remove(file)
            break
        if _is_same(handle, file):
            held.callback(_remove, file)
            break  # otherwise the run that held the lock removed the file
    _lock_if_possible(held, folder, FOLDER, shared=False)


def _lock_if_possible(held: ExitStack, path: Path, flags: int, shared: bool) -> int | None:
    """Open and lock a file or a folder until the stack ends, or return None if it cannot be opened or locked.

    Raises:
        BlockingIOError: Another run has locked it.
    """
    try:
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags, 0o666)
    except OSError:  # it does not exist, or the system lets nobody lock it
        return None
    held.callback(_unlock, handle)
    try:
        lock(handle, shared)
    except BlockingIOError:
        raise
    except OSError:  # the file system has no locks
        return None
    return handle


def _unlock(handle: int) -> None:
    with suppress(OSError):  # it may not be locked
        unlock(handle)
    os.close(handle)


def _is_same(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.lstat())
    except FileNotFoundError:
        return False


def _remove(file: Path) -> None:
    with suppress(OSError):  # Windows removes no open file; it is harmless
        file.unlink()


def _beside(folder: Path) -> Path:
    return folder.with_name(f"{hidden_name(folder.name)}{ENDING}") if folder.name else folder / ENDING
