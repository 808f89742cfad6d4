"""Lists of strings as arguments."""

from __future__ import annotations

from collections.abc import Iterable


def as_str_tuple(values: Iterable[str]) -> tuple[str, ...]:
    """Return strings as a tuple; a single string becomes a tuple of one, not of its characters.

    Args:
        values: The strings, in any iterable.
    """
    return (values,) if isinstance(values, str) else tuple(values)
