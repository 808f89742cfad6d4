"""A folder that is replaced as a whole: written beside, then put in place, so that it is the old one or the new one."""

from __future__ import annotations

import ctypes
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from comodit_client.disk import base, pending
from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.stamps import stamp
from comodit_client.rest.exceptions import ExportException

#: How names of folders end that are being written, and that are about to go.
NEW, OLD = ".new", ".old"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of Linux


@contextmanager
def replaced(path: str | os.PathLike[str], force: bool) -> Iterator[Path]:
    """Have a folder written, and put it in place when that is done; until then what is there stays.

    What an interrupted run left beside the folder is taken away, so there may be one run at a time. Entries of the old
    folder whose names begin with a dot, such as `.git`, are moved into the new one, but for what a sync noted of the
    old one. All that was written gets one and the same time, by which a sync tells what was edited afterwards.

    Args:
        path: Where the folder shall be. Folders above it are made.
        force: Whether an earlier export may be there, which is replaced.

    Yields:
        The folder to write into.

    Raises:
        ExportException: Something is there that may not be replaced.
        OSError: The folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _clean_up(target)
    _check(target, force)
    new = _beside(target, NEW)
    new.mkdir()
    try:
        yield new
        stamp(new)
        _put(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_document(file: Path, document: dict[str, Any], private: bool) -> None:
    """Write a JSON object as the original client did: indented by four blanks, in ASCII, without a final line end.

    Args:
        file: A file that is not there yet.
        document: The object.
        private: Whether nobody else on this machine may read it.

    Raises:
        OSError: It cannot be written.
    """
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
    with os.fdopen(descriptor, "w", encoding="ascii", newline="\n") as opened:
        opened.write(json.dumps(document, indent=4))


def _check(target: Path, force: bool) -> None:
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise ExportException(f"{target} is no folder: choose another, or remove it")
    if not any(target.iterdir()):
        return
    if not force:
        raise ExportException(f"{target} already exists and is not empty: choose another folder, or export with force")
    if not (target / DEFINITION).is_file():
        raise ExportException(
            f"{target} already exists, is not empty and holds no {DEFINITION}: that is no export, so it is not replaced"
        )


def _put(new: Path, target: Path) -> None:
    if not target.exists() or not any(target.iterdir()):
        if target.exists():
            target.rmdir()
        new.rename(target)
        return
    shutil.copymode(target, new)
    if not _exchange(new, target):
        old = _beside(target, OLD)
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(new)
    _rescue(new, target)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    found = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(found == 0)


def _clean_up(target: Path) -> None:
    for left in sorted(target.parent.iterdir()):
        if not _is_beside(left.name, target) or left.is_symlink():
            continue
        if left.name.endswith(OLD) and not target.exists():
            left.rename(target)  # it was stopped between the two steps that put the new one in place
            continue
        _rescue(left, target)
        shutil.rmtree(left)


def _rescue(old: Path, target: Path) -> None:
    # An export writes nothing whose name begins with a dot: that is the user's.
    for entry in old.iterdir():
        kept = target / entry.name
        is_kept = entry.name.startswith(".") and entry.name not in (base.FILE, pending.FILE)
        if is_kept and target.exists() and not os.path.lexists(kept):
            entry.rename(kept)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f"{_beginning(target)}{secrets.token_hex(8)}{ending}")


def _beginning(target: Path) -> str:
    return f".{target.name}."


def _is_beside(name: str, target: Path) -> bool:
    beginning = _beginning(target)
    return (
        name.startswith(beginning)
        and name.endswith((NEW, OLD))
        and len(name) == len(beginning) + 16 + len(NEW)
        and set(name[len(beginning) : -len(NEW)]) <= set("0123456789abcdef")
    )
