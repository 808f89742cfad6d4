"""Texts of definitions in expressions of Jinja."""

from __future__ import annotations

import re


def quoted(text: str) -> str:
    """Write a text as a literal in an expression of Jinja.

    Args:
        text: Any text.

    Returns:
        The literal, with its quotes.
    """
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + re.sub(r"[\n\r\x00]", lambda found: f"\\x{ord(found[0]):02x}", escaped) + "'"
