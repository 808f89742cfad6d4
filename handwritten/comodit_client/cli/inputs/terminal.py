"""Whether somebody can be asked."""

from __future__ import annotations

import sys


def is_interactive() -> bool:
    """Return whether standard input is a terminal. It does not exist if the caller closed it."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()
