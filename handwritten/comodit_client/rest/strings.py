"""Lists of texts, as callers give them."""

from __future__ import annotations

from collections.abc import Iterable


def as_str_tuple(values: Iterable[str]) -> tuple[str, ...]:
    """Read a list of texts; a lone text is a list of one, not the list of its letters.

    Args:
        values: The texts, in whatever holds them.

    Returns:
        The texts.
    """
    return (values,) if isinstance(values, str) else tuple(values)
