"""The order of texts that `?sort` uses: that of Java for English, in which case and hyphens hardly count."""

from __future__ import annotations

from unicodedata import normalize

_SECONDARY = " -"
_ORDER = "_,;:!?/.`^~'\"()[]{}@$*\\&#%+<=>|0123456789abcdefghijklmnopqrstuvwxyz"
_PLACES = {char: place for place, char in enumerate(_ORDER)}
_SECONDARY_PLACES = {char: place + 1 for place, char in enumerate(_SECONDARY)}


def sort_key(text: str) -> tuple[list[int], list[int], str]:
    """Return the place of a text in the order.

    Args:
        text: The text.
    """
    base = normalize("NFD", text)
    folded = base.lower()
    first = [
        _PLACES.get(char, ord(char) + len(_ORDER)) for char in folded if char not in _SECONDARY and char.isprintable()
    ]
    second = [_SECONDARY_PLACES.get(char, 0) for char in folded]
    return first, second, base.swapcase()
