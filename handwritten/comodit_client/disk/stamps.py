"""The modification time that an export gives to all its files: a file with another time was edited since.

The time needs no record elsewhere. A copy that does not keep times, such as a `git clone`, loses it; then all files
count as edited.
"""

from __future__ import annotations

import stat
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from comodit_client.disk.place import Place

#: In nanoseconds. Archives and some file systems keep times to two seconds only, and edits have no such even time.
STEP = 2_000_000_000


def set_export_time(folder: Place) -> None:
    """Give all files of a folder the same modification time, which is past.

    Args:
        folder: The folder.

    Raises:
        UnusableFile: A folder in it cannot be read, or was replaced with a symbolic link.
    """
    moment = (time.time_ns() // STEP - 1) * STEP
    for place, _ in list(_exported(folder)):
        with suppress(OSError):  # where times cannot be set, all files count as edited
            place.set_time(moment)


def export_time(folder: Place) -> int | None:
    """Return the modification time that an export gave to a folder.

    Args:
        folder: The folder.

    Returns:
        The time in nanoseconds that most files have, or None if it cannot be that of an export.

    Raises:
        UnusableFile: A folder in it cannot be read.
    """
    times = Counter(moment for _, moment in _exported(folder))
    (first, count), (_, next_count) = [*times.most_common(2), (0, 0)][:2]
    return first if count > max(1, next_count) and first % STEP == 0 else None


def is_edited(file: Place, exported: int | None) -> bool:
    """Return whether a file may have been edited since the export.

    Args:
        file: The file.
        exported: The time of the export; None if it is unknown.

    Returns:
        False if the file still has that time.
    """
    found = file.status()
    return found is None or found.st_mtime_ns != exported


def _exported(folder: Place) -> Iterator[tuple[Place, int]]:
    """Yield the folder and its entries with their times, without those whose names begin with a dot."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        found = place.status()
        if found is None:
            continue
        yield place, found.st_mtime_ns
        if stat.S_ISDIR(found.st_mode):
            waiting += [place / name for name in place.names() if not name.startswith(".")]
