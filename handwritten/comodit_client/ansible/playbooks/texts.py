"""Texts of definitions in the names of plays and tasks, and in comments."""

from __future__ import annotations

import re

#: What Ansible would take for a template.
_TEMPLATE = re.compile(r"\{(?=[{%#])")


def one_line(text: str) -> str:
    """Return a text on one line, so that it cannot end a comment.

    Args:
        text: Any text.

    Returns:
        The words and single spaces between them.
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def label(text: str) -> str:
    """Return a text for the name of a play or a task, which Ansible would template.

    Args:
        text: Any text.

    Returns:
        One line without templates.
    """
    return _TEMPLATE.sub("{ ", one_line(text))


def quoted(text: str) -> str:
    """Write a text as a literal in an expression of Jinja.

    Args:
        text: Any text.

    Returns:
        The literal, with its quotes.
    """
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + re.sub(r"[\n\r\x00]", lambda found: f"\\x{ord(found[0]):02x}", escaped) + "'"
