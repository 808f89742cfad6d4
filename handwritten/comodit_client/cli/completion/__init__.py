"""Completion in shells."""

from __future__ import annotations


def complete(instruction: str) -> int:
    """Complete a word of the line that a shell is reading.

    Args:
        instruction: What the shell wants.

    Returns:
        The exit status.
    """
    return 1
