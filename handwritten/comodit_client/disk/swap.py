"""Folders that are replaced as a whole: written under a temporary name, then renamed to their place.

Replacing takes two renames. A process that is killed between them leaves the old folder under its temporary name only,
so every reader calls `recovered` first.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from comodit_client.disk import base, pending
from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.names import hidden_name
from comodit_client.disk.stamps import set_export_time
from comodit_client.rest.exceptions import ExportException, UnusableFile

#: Suffixes of temporary folders: one that is being written or removed, and one that must be put back.
NEW, OLD = ".new", ".old"


@contextmanager
def replaced(path: str | os.PathLike[str], force: bool) -> Iterator[Path]:
    """Write a folder, and put it in place when it is complete.

    Until then the existing folder stays as it is. Leftovers of interrupted runs are removed, so only one run may write
    a folder at a time. Entries of the old folder whose names begin with a dot, such as `.git`, move to the new one. The
    files of a sync do not, because they describe the old folder. All new files get the same modification time, which
    shows a sync what was edited later.

    Args:
        path: The folder to create or replace. Missing parent folders are created.
        force: Whether an earlier export may be replaced.

    Yields:
        The temporary folder to write to.

    Raises:
        ExportException: The existing folder may not be replaced.
        OSError: The folder cannot be written.
    """
    target = Path(os.path.realpath(recovered(path)))
    target.parent.mkdir(parents=True, exist_ok=True)
    if not _is_vacant(target):  # else there is no place yet for what is the user's
        _clean_up(target)
    _check(target, force)
    new = _beside(target, NEW)
    new.mkdir()
    try:
        yield new
        set_export_time(new)
        _put(new, target)
        _clean_up(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def recovered(path: str | os.PathLike[str]) -> Path:
    """Put back a folder, or a folder above it, that an interrupted export moved away.

    Args:
        path: The folder, which need not exist.

    Returns:
        The path.

    Raises:
        UnusableFile: The folder cannot be put back.
    """
    target = Path(os.path.realpath(path))
    for folder in (*reversed(target.parents), target):
        if _is_vacant(folder):
            _put_back(folder)
    return Path(path)


def write_document(file: Path, document: dict[str, Any], private: bool) -> None:
    """Write a JSON object in the format of the original client: ASCII, four spaces, no line end after it.

    Args:
        file: The file, which must not exist yet.
        document: The object.
        private: Whether only the current user may read the file.

    Raises:
        OSError: The file cannot be written.
    """
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
    with os.fdopen(descriptor, "w", encoding="ascii", newline="\n") as opened:
        opened.write(json.dumps(document, indent=4))


def _check(target: Path, force: bool) -> None:
    if _is_vacant(target):
        return
    if not target.is_dir():
        raise ExportException(f"{target} exists and is not a folder: remove it, or choose another path")
    if not force:
        raise ExportException(f"{target} already exists and is not empty: choose another folder, or pass force=True")
    if not (target / DEFINITION).is_file():
        raise ExportException(
            f"{target} already exists and holds no {DEFINITION}, so it is not an export and was not replaced: "
            "choose another folder"
        )


def _put(new: Path, target: Path) -> None:
    if _is_vacant(target):
        with suppress(FileNotFoundError):
            target.rmdir()
        new.rename(target)
        return
    shutil.copymode(target, new)
    old = _beside(target, OLD)
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        with suppress(FileNotFoundError):  # a reader put it back already
            old.rename(target)
        raise
    old.rename(new)  # nobody puts it back any more


def _put_back(folder: Path) -> None:
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


def _clean_up(target: Path) -> None:
    for left in _leftovers(target):
        _rescue(left, target)
        shutil.rmtree(left, ignore_errors=True)  # the next run tries again


def _rescue(old: Path, target: Path) -> None:
    # Exports write no entry whose name begins with a dot: those are the user's.
    for entry in old.iterdir():
        kept = target / entry.name
        is_kept = entry.name.startswith(".") and entry.name not in (base.FILE, pending.FILE)
        if is_kept and target.exists() and not os.path.lexists(kept):
            entry.rename(kept)


def _is_vacant(folder: Path) -> bool:
    """Return whether there is nothing, or an empty folder."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _leftovers(target: Path) -> list[Path]:
    """Return the temporary folders of interrupted exports."""
    try:
        found = sorted(target.parent.iterdir())
    except OSError:  # there is no such folder, or it cannot be listed
        return []
    return [entry for entry in found if _is_beside(entry.name, target) and not entry.is_symlink()]


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f"{hidden_name(target.name)}.{secrets.token_hex(8)}{ending}")


def _is_beside(name: str, target: Path) -> bool:
    beginning = f"{hidden_name(target.name)}."
    return (
        name.startswith(beginning)
        and name.endswith((NEW, OLD))
        and len(name) == len(beginning) + 16 + len(NEW)
        and set(name[len(beginning) : -len(NEW)]) <= set("0123456789abcdef")
    )
