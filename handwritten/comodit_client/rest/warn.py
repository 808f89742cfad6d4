"""Warnings that point at the caller's line."""

from __future__ import annotations

import sys
import warnings

PACKAGE = __name__.partition(".")[0]


def warn_caller(warning: Warning) -> None:
    """Issue a warning at the line outside this library that led to it.

    Args:
        warning: The warning.
    """
    frame, level = sys._getframe(1), 2  # noqa: SLF001 - `skip_file_prefixes` of `warn` needs Python 3.12
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == PACKAGE:
        frame, level = frame.f_back, level + 1
    warnings.warn(warning, stacklevel=level)
