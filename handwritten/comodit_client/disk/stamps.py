"""The modification time that an export gives to all its files: a file with another time was edited since.

The time needs no record elsewhere. A copy that does not keep times, such as a `git clone`, loses it; then all files
count as edited.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

#: In nanoseconds. Archives and some file systems keep times to two seconds only, and edits have no such even time.
STEP = 2_000_000_000


def set_export_time(folder: Path) -> None:
    """Give all files of a folder the same modification time, which is past.

    Args:
        folder: The folder.
    """
    moment = (time.time_ns() // STEP - 1) * STEP
    for path in _exported(folder):
        with suppress(OSError):  # where times cannot be set, all files count as edited
            os.utime(path, ns=(moment, moment))


def export_time(folder: Path) -> int | None:
    """Return the modification time that an export gave to a folder.

    Args:
        folder: The folder.

    Returns:
        The time in nanoseconds that most files have, or None if it cannot be that of an export.
    """
    times = Counter(path.lstat().st_mtime_ns for path in _exported(folder))
    (first, count), (_, next_count) = [*times.most_common(2), (0, 0)][:2]
    return first if count > max(1, next_count) and first % STEP == 0 else None


def is_edited(file: Path, exported: int | None) -> bool:
    """Return whether a file may have been edited since the export.

    Args:
        file: The file.
        exported: The time of the export; None if it is unknown.

    Returns:
        False if the file still has that time.
    """
    return file.lstat().st_mtime_ns != exported


def _exported(folder: Path) -> Iterator[Path]:
    """Yield the folder and its entries, without those whose names begin with a dot."""
    yield folder
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(above, name) for name in (*files, *folders) if not name.startswith("."))
