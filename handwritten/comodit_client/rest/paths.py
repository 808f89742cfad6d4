"""Checks paths that are arguments."""

from __future__ import annotations

import os


def objection(path: object) -> str:
    """Return why a value cannot be the path of a local file or folder.

    Args:
        path: The value.

    Returns:
        The reason; empty if it can be a path. An empty text would stand for the working directory.
    """
    try:
        text = os.fspath(path) if isinstance(path, (str, os.PathLike)) else None
        encoded = os.fsencode(text) if isinstance(text, str) else None
    except (TypeError, UnicodeError):
        return "the path cannot be encoded"
    if encoded is None:
        return f"a path is needed, not {type(path).__name__}"
    if not encoded.strip():
        return "the path is empty"
    return "the path contains a null character" if b"\0" in encoded else ""
