"""A file that is replaced as a whole: whoever reads it, or interrupts the writing, meets the old one or the new one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO


def put(target: Path, content: BinaryIO, mode: int = 0o666) -> None:
    """Write a file beside its place, and put it there when it is complete.

    Args:
        target: Its place.
        content: What it shall hold.
        mode: Who may do what with it; the umask is taken off.

    Raises:
        OSError: It cannot be written.
    """
    beside = target.with_name(f".{target.name[:200]}.new")
    beside.unlink(missing_ok=True)  # a killed run left it; were it a link, it would lead elsewhere
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as opened:
        shutil.copyfileobj(content, opened)
    os.replace(beside, target)  # noqa: PTH105 - at once, and over what is there
