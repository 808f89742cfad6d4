"""The texts in quotes of expressions: escapes, and interpolations in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comodit_client.freemarker.errors import TemplateError, Unsupported

_ESCAPE = re.compile(r"\\(?:x(?P<hex>[0-9A-Fa-f]{1,4})|(?P<char>.))", re.DOTALL)
_MEANINGS = {
    **{"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b", "a": "&", "g": ">", "l": "<"},
    **{char: char for char in "\"'\\{="},
}
_INSIDE = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|(?P<mark>[{}"'])""", re.DOTALL)


def decode(word: str) -> str:
    """Return the text of a literal in quotes.

    Raises:
        TemplateError: It contains an escape that does not exist.
    """

    def decoded(match: re.Match[str]) -> str:
        if match["hex"]:
            return chr(int(match["hex"], 16))
        if match["char"] not in _MEANINGS:
            raise TemplateError(f"the text {word} contains the unknown escape \\{match['char']}")
        return _MEANINGS[match["char"]]

    return _ESCAPE.sub(decoded, word[1:-1])


def split_interpolations(word: str) -> Iterator[tuple[str, bool]]:
    r"""Yield the parts of a literal in quotes, each with whether it is the expression of an interpolation.

    A `\{` is not a mark of an interpolation.

    Raises:
        TemplateError: An escape does not exist, or an interpolation has no end.
    """
    text = word[1:-1]
    place = 0
    for mark in _marks(text):
        if mark < place:
            continue
        if text[mark] == "#":
            raise Unsupported(f"the interpolation #{{...}} in {word} is not supported")
        if mark > place:
            yield decode(f"'{text[place:mark]}'"), False
        end = interpolation_end(text, mark + 2)
        if end is None:
            raise TemplateError(f"an interpolation in the text {word} has no end")
        yield decode(f"'{text[mark + 2 : end]}'"), True
        place = end + 1
    if place < len(text) or not place:
        yield decode(f"'{text[place:]}'"), False


def interpolation_end(text: str, place: int) -> int | None:
    """Return the place of the brace that closes an interpolation, or None.

    Args:
        text: The text that contains it.
        place: The place after the opening brace.
    """
    depth = 0
    for match in _INSIDE.finditer(text, place):
        mark = match["mark"]
        if mark == "{":
            depth += 1
        elif mark == "}":
            if not depth:
                return match.start()
            depth -= 1
        elif mark:
            return None
    return None


def _marks(text: str) -> Iterator[int]:
    """Yield the places of `${` and `#{` that are not escaped."""
    for match in re.finditer(r"\\.|[$#]\{", text, re.DOTALL):
        if match[0][0] != "\\":
            yield match.start()
