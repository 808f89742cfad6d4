"""Text on a terminal: escaped, measured and cut."""

from __future__ import annotations

import unicodedata
from functools import cache

from comodit_client.wire.errors import escaped

ELLIPSIS = "…"
#: Line ends and tabs, which would break the rows of a table.
BLANKS = str.maketrans("\n\r\t", "   ")
JOINER, EMOJI_STYLE = "\u200d", "\ufe0f"
SKIN_TONES = range(0x1F3FB, 0x1F400)
#: Vowels and final consonants of Hangul, which join the consonant before them.
JAMO = range(0x1160, 0x1200)
SOFT_HYPHEN = "\xad"


def one_line(text: str) -> str:
    """Return a text as one line that is safe to print.

    Args:
        text: A text from the server.
    """
    return escaped(text.translate(BLANKS))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each safe to print.

    Args:
        text: A text from the server.
    """
    return [escaped(line, keep="\t").expandtabs() for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    Args:
        text: The text, without control characters.
    """
    if text.isascii():
        return len(text)
    total = last = 0
    joined = False
    for one in text:
        this = _width_of(one)
        if joined or (last == 2 and ord(one) in SKIN_TONES):
            this = 0
        elif one == EMOJI_STYLE:
            this = 1 if last == 1 else 0
        joined = one == JOINER
        total += this
        last = this or last
    return total


def cut(text: str, limit: int) -> str:
    """Cut a text that is too long, and end it with an ellipsis.

    Args:
        text: The text.
        limit: The number of columns that it may take.
    """
    if width(text) <= limit:
        return text
    end = min(len(text), limit)
    while end and width(text[:end]) >= limit:
        end -= 1
    return text[:end] + ELLIPSIS


@cache
def _width_of(one: str) -> int:
    if ord(one) in JAMO or (one != SOFT_HYPHEN and unicodedata.category(one) in ("Mn", "Me", "Cf")):
        return 0
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1
