"""The colors of states on a terminal."""

from __future__ import annotations

import os
import re
import sys

GREEN, YELLOW, RED, PLAIN = "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"
#: The titles of columns with states.
STATES = frozenset({"state", "status", "agent", "level", "synapsestate"})
COLORS = {
    **dict.fromkeys(("READY", "OK", "FINISHED", "UP", "NORMAL"), GREEN),
    **dict.fromkeys(("PENDING", "PROVISIONING", "UPDATING", "PAUSED", "STOPPED", "WARNING"), YELLOW),
    **dict.fromkeys(("ERROR", "FAILED", "DOWN", "CRITICAL"), RED),
}
WORD = re.compile(r"[A-Za-z]+")


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def use_colors() -> bool:
    """Return whether states are shown in color. NO_COLOR forbids it, and CLICOLOR_FORCE asks for it in a pipe too."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal() and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


def paint(text: str, title: str) -> str:
    """Return the text of a cell with its states in color.

    Args:
        text: The text.
        title: The title of the column.
    """
    name = title.lower()
    if name not in STATES:
        return text

    def painted(found: re.Match[str]) -> str:
        word = found[0].upper()
        # A machine that runs is well; an execution that runs has not ended.
        running = (GREEN if name == "state" else YELLOW) if word == "RUNNING" else None
        color = running or COLORS.get(word)
        return f"{color}{found[0]}{PLAIN}" if color else found[0]

    return WORD.sub(painted, text)
