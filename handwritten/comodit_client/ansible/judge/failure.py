"""The error of a file that cannot be rendered."""

from __future__ import annotations


class Failure(Exception):
    """A file cannot be rendered. The text says why, and contains no value of a variable."""
