"""Bring changes of the server to a folder. Each file is replaced as a whole."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress

from comodit_client.disk.compare import Diff
from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import SyncException


def apply(folder: Place, other: Place, diffs: Collection[Diff]) -> None:
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


def _target(folder: Place, other: Place, diff: Diff) -> Place:
    assert diff.remote is not None
    if diff.local is not None:
        return diff.local.file
    target = folder / diff.remote.file.relative_to(other)
    for name in reversed(target.relative_to(folder).parents):
        above = folder / name
        if above.status() is not None and not above.is_folder():
            raise SyncException(
                f"Cannot write {diff.key}: {str(above)!r} is not a folder. Move it away, then pull again"
            )
    if target.status() is not None:
        raise SyncException(
            f"Cannot write {diff.key}: {str(target)!r} exists and belongs to something else. Move it away, then pull "
            "again"
        )
    return target


def _write(source: Place, target: Place) -> None:
    target.parent.make()
    with source.open() as opened:  # keep the mode: a file with secrets is private
        target.replace(opened, os.fstat(opened.fileno()).st_mode & 0o777)


def _remove(folder: Place, file: Place) -> None:
    file.unlink()
    if file.name == DEFINITION:
        _remove_empty(file.parent)
    with suppress(OSError):  # it holds a file of the user
        above = file.parent
        while above != folder:
            above.rmdir()
            above = above.parent


def _remove_empty(folder: Place) -> None:
    for name in folder.names():
        with suppress(OSError):  # it is not a folder, or not empty
            (folder / name).rmdir()
