"""Bring changes of the server to a folder. Each file is replaced as a whole."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from comodit_client.disk import tree
from comodit_client.disk.atomic import write_atomically
from comodit_client.disk.compare import Diff
from comodit_client.disk.layout import DEFINITION
from comodit_client.rest.exceptions import SyncException


def apply(folder: Path, other: Path, diffs: Collection[Diff]) -> None:
    """Write and remove files.

    Args:
        folder: The folder of definitions.
        other: The folder to which the entity on the server was exported.
        diffs: The differences to take from there.

    Raises:
        SyncException: Something else has the place of a new file.
        UnusableFile: A symbolic link has the place of a new file.
        OSError: A file cannot be written.
    """
    come = [(diff.remote, _target(folder, other, diff)) for diff in diffs if diff.remote is not None]
    gone = [diff.local for diff in diffs if diff.remote is None and diff.local is not None]
    # Parts are found through the definition that they belong to: they are removed before it and written after it.
    for item in sorted(gone, key=lambda item: item.depth, reverse=True):
        _remove(folder, item.file)
    for item, target in sorted(come, key=lambda one: one[0].depth):
        _write(item.file, target)


def _target(folder: Path, other: Path, diff: Diff) -> Path:
    assert diff.remote is not None
    if diff.local is not None:
        return diff.local.file
    target = folder / diff.remote.file.relative_to(other)
    for above in reversed(target.relative_to(folder).parents):
        if os.path.lexists(folder / above) and not tree.is_folder(folder / above):
            raise SyncException(
                f"Cannot write {diff.key}: {str(folder / above)!r} is not a folder. Move it away, then pull again"
            )
    if os.path.lexists(target):
        raise SyncException(
            f"Cannot write {diff.key}: {str(target)!r} exists and belongs to something else. Move it away, then pull "
            "again"
        )
    return target


def _write(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as opened:  # keep the mode: a file with secrets is private
        write_atomically(target, opened, source.stat().st_mode & 0o777)


def _remove(folder: Path, file: Path) -> None:
    file.unlink(missing_ok=True)
    if file.name == DEFINITION:
        _remove_empty(file.parent)
    with suppress(OSError):  # it holds a file of the user
        for above in file.parents:
            if above == folder:
                return
            above.rmdir()


def _remove_empty(folder: Path) -> None:
    for entry in folder.iterdir():
        with suppress(OSError):  # it is not a folder, or not empty
            entry.rmdir()
