"""Files that are replaced as a whole: a reader, or an interrupted writer, sees the old content or the new one.

In contrast to `wire.writing`, a symbolic link is never followed: the files of a sync stay in its folder.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

from comodit_client.disk.names import hidden_name


def write_atomically(target: Path, content: BinaryIO, mode: int = 0o666) -> None:
    """Write a file under a temporary name, then rename it to its place.

    Args:
        target: The file to create or replace.
        content: Its content.
        mode: Its permission bits, before the umask.

    Raises:
        OSError: The file cannot be written.
    """
    temporary = target.with_name(f"{hidden_name(target.name)}.new")
    temporary.unlink(missing_ok=True)  # a killed run left it; were it a link, it would lead elsewhere
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as opened:
            shutil.copyfileobj(content, opened)
        os.replace(temporary, target)  # noqa: PTH105 - in one step, and over an existing file
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
