"""The tokens of expressions."""

from __future__ import annotations

import re
from math import inf
from typing import NamedTuple

from comodit_client.freemarker.errors import TemplateError, Unsupported

_TOKEN = re.compile(
    r"""\s*+(?:(?P<raw>r"[^"]*+"|r'[^']*+')|(?P<text>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')|(?P<number>\d++(?:\.\d++)?)"""
    r"""|(?P<name>(?:[^\W\d]|\\[-.:])(?:\w|\\[-.:])*+)"""
    r"""|(?P<sign>\.\.[<!*]?|\?\?|==|!=|<=|>=|&&|\|\||->|[-.?!=<>()\[\]{},:+*/%&|;]))""",
    re.DOTALL,
)


class Token(NamedTuple):
    """A token of an expression.

    Attributes:
        kind: What it is: raw, text, number, name or sign.
        word: Its text.
        start: Its place in the expression.
        end: The place after it.
    """

    kind: str
    word: str
    start: int
    end: int


def tokenize(source: str) -> list[Token]:
    """Return the tokens of an expression.

    Raises:
        TemplateError: The expression contains something else.
    """
    tokens, place = [], 0
    while place < len(source):
        match = _TOKEN.match(source, place)
        if match is None or match.lastgroup is None:
            raise TemplateError(f"the expression '{source}' is invalid at '{source[place:].strip()}'")
        word = match[match.lastgroup]
        tokens.append(Token(match.lastgroup, word, match.end() - len(word), match.end()))
        place = match.end()
    return tokens


def parse_number(word: str) -> float:
    """Return the value of a number: an integer if it has no fraction.

    Raises:
        Unsupported: It is too large.
    """
    try:
        number = float(word) if "." in word else int(word)
    except ValueError:  # Python limits the digits of an integer.
        number = inf
    if number == inf:
        raise Unsupported(f"the number {shorten(word)} is too large", "for")
    return int(number) if number == int(number) else number


def shorten(text: str) -> str:
    """Return the beginning of a text for a message."""
    return text if len(text) <= 100 else f"{text[:100]}..."
