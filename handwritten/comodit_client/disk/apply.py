"""What was changed on the server is brought to a folder: file by file, each as a whole."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from comodit_client.disk import tree
from comodit_client.disk.atomic import put
from comodit_client.disk.compare import Diff
from comodit_client.disk.layout import DEFINITION
from comodit_client.rest.exceptions import SyncException


def apply(folder: Path, other: Path, diffs: Collection[Diff]) -> None:
    """Write and remove files.

    Args:
        folder: The folder of definitions.
        other: What the server has, exported.
        diffs: What is taken from there.

    Raises:
        SyncException: Something is in the way.
        UnusableFile: A symbolic link is in the way.
        OSError: A file cannot be written.
    """
    come = [(diff.remote, _target(folder, other, diff)) for diff in diffs if diff.remote is not None]
    gone = [diff.local for diff in diffs if diff.remote is None and diff.local is not None]
    # What hangs on a definition is found through that: it goes before that goes or no longer names it, and comes after.
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
            raise SyncException(f"{str(folder / above)!r} is no folder, so {diff.key} cannot be written")
    if os.path.lexists(target):
        raise SyncException(f"{str(target)!r} is in the way: it belongs to something else than {diff.key}")
    return target


def _write(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as opened:  # with its mode: one that holds secrets is private
        put(target, opened, source.stat().st_mode & 0o777)


def _remove(folder: Path, file: Path) -> None:
    file.unlink(missing_ok=True)
    if file.name == DEFINITION:
        _remove_empty(file.parent)
    with suppress(OSError):  # something of the user's is in it
        for above in file.parents:
            if above == folder:
                return
            above.rmdir()


def _remove_empty(folder: Path) -> None:
    for entry in folder.iterdir():
        with suppress(OSError):  # it is no folder, or not empty
            entry.rmdir()
