"""Decodes a long list in pieces, so that only a part of its items is in memory as objects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from comodit_client.rest.shapes import has_many_levels, is_too_deep

#: The number of bytes of a body that is decoded in pieces.
LONG = 1 << 18
#: The number of bytes of a piece.
PIECE = 1 << 16
START = rb'"items"\s*:\s*\[\s*'
#: From the end of an item to the first member of the next one.
NEXT_ITEM = rb'\s*,\s*\{\s*"[^"\\]*"\s*:'
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
        if len(content) < LONG or json.detect_encoding(content) != "utf-8":
            return None
        start = start_of_items(content)
        return None if start is None else LongList(content, start, self._check, error)


class LongList:
    """The items of a response, decoded in pieces. It can be iterated over once.

    Args:
        content: The body, in UTF-8.
        start: Where the first item is.
        check: Checks the items of a piece.
        error: Makes the exception of a response that is not a list.
    """

    def __init__(self, content: bytes, start: int, check: Check, error: MakeError) -> None:
        self._content = content
        self._start = start
        self._check = check
        self.error: MakeError = error
        #: The number of items so far.
        self.count: int = 0
        #: The response without its items, as soon as these are decoded.
        self.envelope: dict[str, Any] = {}

    def whole(self) -> dict[str, Any]:
        """Return the whole response, decoded again."""
        found: dict[str, Any] = json.loads(self._content)
        return found

    def __iter__(self) -> Iterator[list[Any]]:
        problem = ""
        try:
            for content, part in self._parts():
                piece = part["items"]
                problem = _depth_problem(content, part) or self._check(piece, self.count)
                if problem:
                    break
                self.count += len(piece)
                yield piece
        except (ValueError, RecursionError):
            problem = "the response is not JSON"
        # Raised here, because the exception that the problem came from holds the whole body.
        if problem:
            raise self.error(problem)

    def _parts(self) -> Iterator[tuple[bytes, dict[str, Any]]]:
        position, mark = self._start, self._mark()
        gap = mark.find(b"{")
        while mark and (end := self._content.find(mark, position + PIECE) + 1):
            content = b'{"items":[%b]}' % self._content[position:end]
            try:
                part = json.loads(content)
            except ValueError:  # not the end of an item, but a place inside it that has the same characters
                break
            yield content, part
            position = end - 1 + gap
        content = self._content[position:]
        text = f"[{_text(content)}"
        piece, end = _raw_decode(text)
        yield content, {"items": piece}
        self.envelope = json.loads(f"{_text(self._content[: self._start])}]{text[end:]}")

    def _mark(self) -> bytes:
        """Return what is from the end of the first item to the first member of the next; empty if it is not found."""
        try:
            _, size = _raw_decode(self._content[self._start : self._start + PIECE].decode("latin-1"))
        except ValueError:  # a very long item
            return b""
        end = self._start + size
        found = re.compile(NEXT_ITEM).match(self._content, end)
        return b"" if found is None else self._content[end - 1 : found.end()]


def start_of_items(content: bytes) -> int | None:
    """Return where the items of a list response begin.

    Args:
        content: The body, in UTF-8.

    Returns:
        The position of the first item; None if the response has another form, and must be decoded as a whole.
    """
    found = re.search(START, content)
    if found is None or content[found.end() : found.end() + 1] != b"{":
        return None
    try:
        members = json.loads(content[: found.end()] + b"]}")
    except ValueError:
        return None
    # Another object or a string may hold the same characters.
    return found.end() if isinstance(members, dict) and [*members][-1] == "items" and members["items"] == [] else None


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")  # as json.loads decodes it


def _depth_problem(content: bytes, value: dict[str, Any]) -> str:
    return "the response is nested too deeply" if has_many_levels(content) and is_too_deep(value) else ""
