"""Decodes the JSON text of a long list in pieces, so that not all items are in memory as objects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from comodit_client.rest.shapes import has_many_levels

#: The length of a body that is decoded in pieces, in bytes.
LONG = 1 << 18
#: The length of a piece, in characters.
PIECE = 1 << 16
START = r'"items"\s*:\s*\[\s*'
#: From the end of an item to the first member of the next one.
NEXT_ITEM = r'\s*,\s*\{\s*"[^"\\]*"\s*:'
#: Takes the items of a piece, and the number of those before; returns what is wrong with them.
Check = Callable[[list[Any], int], str]
#: Makes the exception of a response that is not a list, from the reason.
MakeError = Callable[[str], Exception]
_raw_decode = json.JSONDecoder().raw_decode


class InPieces:
    """A way to read the response of a list request: in pieces if it is long, otherwise as a whole.

    Args:
        read: Reads a response as a whole.
        check: Checks the items of a piece.
    """

    def __init__(self, read: Callable[[Any], Any], check: Check) -> None:
        self._read = read
        self._check = check

    def __call__(self, value: Any) -> Any:
        return self._read(value)

    def pieces(self, content: bytes, error: MakeError) -> LongList | None:
        """Return the items of a response that is long enough to be decoded in pieces.

        Args:
            content: The body.
            error: Makes the exception of a response that is not a list.

        Returns:
            The items; None if the response must be decoded as a whole.
        """
        if len(content) < LONG or has_many_levels(content):
            return None
        try:
            text = content.decode("utf-8", "surrogatepass")  # as json.loads decodes it
        except UnicodeDecodeError:
            return None
        start = start_of_items(text)
        return None if start is None else LongList(text, start, self._check, error)


class LongList:
    """The items of a response, decoded in pieces. It can be iterated over once.

    Args:
        text: The JSON text.
        start: Where the first item is.
        check: Checks the items of a piece.
        error: Makes the exception of a response that is not a list.
    """

    def __init__(self, text: str, start: int, check: Check, error: MakeError) -> None:
        self._text = text
        self._start = start
        self._check = check
        self._error = error
        #: The number of items so far.
        self.count: int = 0
        #: The response without its items, as soon as these are decoded.
        self.envelope: dict[str, Any] = {}

    def whole(self) -> dict[str, Any]:
        """Return the whole response, decoded again."""
        found: dict[str, Any] = json.loads(self._text)
        return found

    def __iter__(self) -> Iterator[list[Any]]:
        problem = ""
        try:
            for piece in self._pieces():
                problem = self._check(piece, self.count)
                if problem:
                    break
                self.count += len(piece)
                yield piece
        except (ValueError, RecursionError):
            problem = "the response is not JSON"
        # Raised here, because the exception that the problem came from holds the whole text.
        if problem:
            raise self._error(problem)

    def _pieces(self) -> Iterator[list[Any]]:
        text, position = self._text, self._start
        mark = self._mark()
        gap = mark.find("{")
        while mark and (end := text.find(mark, position + PIECE) + 1):
            try:
                piece = json.loads(f"[{text[position:end]}]")
            except ValueError:  # not the end of an item, but a place inside it that has the same characters
                break
            yield piece
            position = end - 1 + gap
        piece, end = _raw_decode(f"[{text[position:]}")
        yield piece
        self.envelope = json.loads(f"{text[: self._start]}]{text[position + end - 1 :]}")

    def _mark(self) -> str:
        """Return the text from the end of the first item to the first member of the next; empty if there is none."""
        _, end = _raw_decode(self._text, self._start)
        found = re.compile(NEXT_ITEM).match(self._text, end)
        return "" if found is None else self._text[end - 1 : found.end()]


def start_of_items(text: str) -> int | None:
    """Return where the items of a list response begin.

    Args:
        text: The JSON text of the response.

    Returns:
        The position of the first item; None if the response has another form, and must be decoded as a whole.
    """
    found = re.search(START, text)
    if found is None or text[found.end() : found.end() + 1] != "{":
        return None
    try:
        members = json.loads(f"{text[: found.end()]}]}}")
    except ValueError:
        return None
    # Another object or a string may hold the same characters.
    return found.end() if isinstance(members, dict) and [*members][-1] == "items" and members["items"] == [] else None
