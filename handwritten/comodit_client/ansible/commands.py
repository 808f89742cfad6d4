"""The commands of Ansible."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def find_command(name: str) -> str | None:
    """Return the path of a command: on PATH, or beside this Python.

    Args:
        name: The name of the command, such as `ansible-vault`.

    Returns:
        The path, or None if the command is not installed.
    """
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
