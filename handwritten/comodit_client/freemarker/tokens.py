"""The tokens of expressions."""

from __future__ import annotations

import re
from math import inf

from comodit_client.freemarker.errors import TemplateError, Unsupported

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)"""
    r"""|(?P<sign>\?\?|==|!=|<=|>=|&&|\|\||[.?!=<>()\[\]]))"""
)


def tokenize(source: str) -> list[tuple[str, str]]:
    """Return the tokens of an expression, each with its kind: text, number, name or sign.

    Raises:
        TemplateError: The expression contains something else.
    """
    tokens, place = [], 0
    while place < len(source):
        match = _TOKEN.match(source, place)
        if match is None or match.lastgroup is None:
            raise TemplateError(f"the expression '{source}' is invalid at '{source[place:].strip()}'")
        tokens.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return tokens


def parse_number(word: str) -> float:
    """Return the value of a number.

    Raises:
        Unsupported: It is too large.
    """
    try:
        number = float(word) if "." in word else int(word)
    except ValueError:  # Python limits the digits of an integer.
        number = inf
    if number == inf:
        raise Unsupported(f"the number {shorten(word)} is too large", "for")
    return number


def shorten(text: str) -> str:
    """Return the beginning of a text for a message."""
    return text if len(text) <= 100 else f"{text[:100]}..."
