"""The time of an export: what still has it was not edited since.

All that an export writes gets one time, so that a folder which nobody noted anything of tells by itself what its user
touched. A copy that does not keep times, such as a `git clone`, loses that; then all counts as edited.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

#: Nanoseconds. Archives and some file systems keep times to two seconds only, and no edit has exactly such a time.
STEP = 2_000_000_000


def stamp(folder: Path) -> None:
    """Give all that is in a folder one time, which is past: whatever is edited later has another.

    Args:
        folder: The folder.
    """
    moment = (time.time_ns() // STEP - 1) * STEP
    for path in _all(folder):
        with suppress(OSError):  # where times cannot be set, all counts as edited
            os.utime(path, ns=(moment, moment))


def shared_time(folder: Path) -> int | None:
    """Find the time that an export gave to what it wrote.

    Args:
        folder: The folder.

    Returns:
        The time that most of what is in it has, in nanoseconds; None when there is no such time.
    """
    times = Counter(path.lstat().st_mtime_ns for path in _all(folder))
    (first, count), (_, next_count) = [*times.most_common(2), (0, 0)][:2]
    return first if count > max(1, next_count) and first % STEP == 0 else None


def is_edited(file: Path, shared: int | None) -> bool:
    """Tell whether a file may have been edited since the export.

    Args:
        file: The file.
        shared: The time of the export, None when it is not known.

    Returns:
        False when it still has that time.
    """
    return file.lstat().st_mtime_ns != shared


def _all(folder: Path) -> Iterator[Path]:
    """The folder, and all in it; what begins with a dot is no part of an export."""
    yield folder
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(above, name) for name in (*files, *folders) if not name.startswith("."))
