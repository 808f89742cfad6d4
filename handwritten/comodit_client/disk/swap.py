"""Folders that are replaced as a whole: written under a temporary name, then renamed to their place.

Replacing takes two renames. A process that is killed between them leaves the old folder under its temporary name only,
so every reader calls `recovered` first.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from comodit_client.disk import base, pending
from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.names import hidden_name
from comodit_client.disk.place import Place
from comodit_client.disk.stamps import set_export_time
from comodit_client.rest.exceptions import ExportException, UnusableFile

#: Suffixes of temporary folders: one that is being written or removed, and one that must be put back.
NEW, OLD = ".new", ".old"


@contextmanager
def replaced(path: str | os.PathLike[str], force: bool, mark: str = DEFINITION) -> Iterator[Place]:
    """Write a folder, and put it in place when it is complete.

    Until then the existing folder stays as it is. Leftovers of interrupted runs are removed, so the caller holds the
    lock of the folder. Entries of the old folder whose names begin with a dot, such as `.git`, move to the new one. The
    files of a sync do not, because they describe the old folder. All new files get the same modification time, which
    shows a sync what was edited later.

    Args:
        path: The folder to create or replace. Missing parent folders are created.
        force: Whether an earlier export may be replaced.
        mark: The file by which an earlier export is recognized.

    Yields:
        The temporary folder to write to.

    Raises:
        ExportException: The existing folder may not be replaced.
        OSError: The folder cannot be written.
    """
    recovered(path)
    target = _place(path)
    target.top.path.mkdir(parents=True, exist_ok=True)
    target = _place(path)  # the folder above exists now, and must stay the same
    if not _is_vacant(target):  # else there is no place yet for what is the user's
        _clean_up(target)
    _check(target, force, mark)
    new = _beside(target, NEW)
    new.make()
    try:
        yield new
        set_export_time(new)
        _put(new, target)
        _clean_up(target)
    finally:
        with suppress(OSError, UnusableFile):
            _remove_tree(new)


def recovered(path: str | os.PathLike[str]) -> Path:
    """Put back a folder, or a folder above it, that an interrupted export moved away.

    Args:
        path: The folder, which need not exist. The caller holds its lock.

    Returns:
        The path.

    Raises:
        UnusableFile: The folder cannot be put back.
    """
    target = Path(os.path.realpath(path))
    for folder in (*reversed(target.parents), target):
        place = _place(folder)
        if _is_vacant(place):
            _put_back(place)
    return Path(path)


def write_document(file: Place, document: dict[str, Any], private: bool) -> None:
    """Write a JSON object in the format of the original client: ASCII, four spaces, no line end after it.

    Args:
        file: The file, which must not exist yet.
        document: The object.
        private: Whether only the current user may read the file.

    Raises:
        OSError: The file cannot be written.
    """
    with file.create(0o600 if private else 0o666) as opened:
        opened.write(json.dumps(document, indent=4).encode("ascii"))


def _place(path: str | os.PathLike[str]) -> Place:
    """Return the place of a folder, from the folder above it."""
    target = Path(os.path.realpath(path))
    return Place.at(target.parent) / target.name


def _check(target: Place, force: bool, mark: str) -> None:
    if _is_vacant(target):
        return
    if not target.is_folder():
        raise ExportException(f"{target} exists and is not a folder: remove it, or choose another path")
    if not force:
        raise ExportException(f"{target} already exists and is not empty: choose another folder, or pass force=True")
    if not _is_regular(target / mark):
        raise ExportException(
            f"{target} already exists and holds no {mark}, so it is not an export and was not replaced: "
            "choose another folder"
        )


def _is_regular(file: Place) -> bool:
    found = file.status()
    return found is not None and stat.S_ISREG(found.st_mode)


def _put(new: Place, target: Place) -> None:
    if _is_vacant(target):
        with suppress(FileNotFoundError):
            target.rmdir()
        new.rename(target)
        return
    found = target.status()
    if found is not None:
        new.set_mode(stat.S_IMODE(found.st_mode))
    old = _beside(target, OLD)
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        with suppress(FileNotFoundError):  # a reader put it back already
            old.rename(target)
        raise
    old.rename(new)  # nobody puts it back any more


def _put_back(folder: Place) -> None:
    for old in _leftovers(folder):
        if not old.name.endswith(OLD):
            continue
        try:
            with suppress(FileNotFoundError):
                folder.rmdir()
            old.rename(folder)
        except OSError as error:
            if _is_vacant(folder):  # no other process put it back
                raise UnusableFile(
                    f"Cannot recover {str(folder)!r} after an interrupted export: renaming {str(old)!r} failed with "
                    f"{error.strerror}. Rename it yourself"
                ) from error
        return


def _clean_up(target: Place) -> None:
    for left in _leftovers(target):
        _rescue(left, target)
        with suppress(OSError, UnusableFile):  # the next run tries again
            _remove_tree(left)


def _rescue(old: Place, target: Place) -> None:
    # Exports write no entry whose name begins with a dot: those are the user's.
    for name in old.names():
        is_kept = name.startswith(".") and name not in (base.FILE, pending.FILE)
        if is_kept and target.status() is not None and (target / name).status() is None:
            (old / name).rename(target / name)


def _remove_tree(top: Place) -> None:
    """Remove a folder, however deep it is: each folder in it is emptied directly below the top."""
    if top.status() is None:
        return
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        for name in folder.names():
            found = (folder / name).status()
            if found is None or not stat.S_ISDIR(found.st_mode):
                (folder / name).unlink()
            elif folder == top:
                waiting.append(top / name)
            else:
                waiting.append(top / secrets.token_hex(8))
                (folder / name).rename(waiting[-1])
        if folder != top:
            folder.rmdir()
    top.rmdir()


def _is_vacant(folder: Place) -> bool:
    """Return whether there is nothing, or an empty folder."""
    try:
        found = folder.status()
        return found is None or (stat.S_ISDIR(found.st_mode) and folder.is_empty())
    except UnusableFile:  # nobody may list it
        return False


def _leftovers(target: Place) -> list[Place]:
    """Return the temporary folders of interrupted exports."""
    try:
        names = target.parent.names()
    except UnusableFile:  # there is no such folder, or it cannot be listed
        return []
    found = [target.beside(name) for name in names if _is_beside(name, target)]
    return [place for place in found if stat.S_ISDIR(_mode(place))]


def _mode(place: Place) -> int:
    found = place.status()
    return 0 if found is None else found.st_mode


def _beside(target: Place, ending: str) -> Place:
    return target.beside(f"{hidden_name(target.name)}.{secrets.token_hex(8)}{ending}")


def _is_beside(name: str, target: Place) -> bool:
    beginning = f"{hidden_name(target.name)}."
    return (
        name.startswith(beginning)
        and name.endswith((NEW, OLD))
        and len(name) == len(beginning) + 16 + len(NEW)
        and set(name[len(beginning) : -len(NEW)]) <= set("0123456789abcdef")
    )
