"""Splitting of templates into text and tags, in time that is linear in their length.

A regular expression that starts again at each mark would take quadratic time for a line of opening marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_START = re.compile(r"<\#--|(?P<slash></?)\#(?P<name>[a-z]++)")
_CLOSED = re.compile(r"\s*+>")
_RAW_END = "</#noparse>"


@frozen
class Tag:
    """A directive: its name, with a leading "/" if it closes a block, and its arguments.

    The arguments of `noparse` are the text in it.
    """

    name: str
    rest: str


@frozen
class _FoundTag:
    """A tag with its place. Comments have no tag; a raw one holds text that is not parsed."""

    tag: Tag | None
    start: int
    end: int
    is_raw: bool = False


def split_template(content: str) -> Iterator[str | Tag]:
    """Yield the text and the tags of a template, in order.

    Args:
        content: The template.
    """
    place = after = 0
    for found in _find_tags(content):
        start, end = found.start, found.end
        if not found.is_raw:
            start, end = _without_empty_line(content, start, end, after)
        after = found.end
        yield content[place : max(place, start)]
        place = max(place, end)
        if found.tag is not None:
            yield found.tag
    yield content[place:]


class Arguments:
    """Finds the ends of arguments. An argument ends on its line, but not in quotes.

    Args:
        content: The text.
        closing: The mark at the end of an argument.
        parentheses: Whether the mark does not count in parentheses either.
    """

    def __init__(self, content: str, closing: str, parentheses: bool = False) -> None:
        self._content = content
        self._closing = closing
        self._hidden = re.compile(r""""[^"\n]*+"|'[^'\n]*+'""" + (r"|\([^()\n]*+\)" if parentheses else ""))
        self._mark = re.compile(rf"{re.escape(closing)}|[\"'\n{'(' if parentheses else ''}]")
        self._first = (0, -1)
        #: Marks from which the end of the line was reached; the same happens from there again.
        self._open: set[int] = set()

    def end(self, start: int) -> int | None:
        """Return the place of the closing mark, or None if the argument has no end or is empty.

        Args:
            start: The first character of the argument; it must not decrease from call to call.
        """
        passed = []
        mark = self._first_mark(start)
        while mark not in self._open:
            passed.append(mark)
            hidden = self._hidden.match(self._content, mark)
            if hidden is None and self._content.startswith(self._closing, mark):
                return mark
            if hidden is None and self._content[mark : mark + 1] in ("", "\n"):
                break
            mark = self._next_mark(hidden.end() if hidden else mark + 1)
        self._open.update(passed)
        return None

    def _first_mark(self, start: int) -> int:
        if not self._first[0] <= start <= self._first[1]:
            self._first = (start, self._next_mark(start))
        return self._first[1]

    def _next_mark(self, place: int) -> int:
        match = self._mark.search(self._content, place)
        return match.start() if match else len(self._content)


def _find_tags(content: str) -> Iterator[_FoundTag]:
    arguments = Arguments(content, ">", parentheses=True)
    # Where the last comment and the last `noparse` end: no search goes beyond.
    last_comment, last_raw = content.rfind("-->"), content.rfind(_RAW_END)
    place = 0
    while match := _START.search(content, place):
        place, name = match.end(), match["name"]
        tag: Tag | None = None
        end: int | None = None
        is_raw = name == "noparse" and match["slash"] != "</" and content.startswith(">", place) and place < last_raw
        if name is None:
            end = content.find("-->", place) + 3 if place <= last_comment else None
        elif match["slash"] == "</":
            closed = _CLOSED.match(content, place)
            end, tag = closed and closed.end(), Tag(f"/{name}", "")
        elif is_raw:
            raw_end = content.find(_RAW_END, place)
            end, tag = raw_end + len(_RAW_END), Tag(name, content[place + 1 : raw_end])
        elif (closing := arguments.end(place)) is not None:
            end, tag = closing + 1, Tag(name, content[place:closing].strip().removesuffix("/"))
        if end is not None:
            yield _FoundTag(tag, match.start(), end, is_raw)
            place = end


def _without_empty_line(content: str, start: int, end: int, after: int) -> tuple[int, int]:
    """Extend a tag that is alone on its line to the whole line, as FreeMarker does.

    Args:
        content: The template.
        start: The start of the tag.
        end: The end of the tag.
        after: The end of the tag before it, 0 if it is the first.
    """
    first = content.rfind("\n", after, start) + 1
    # Without a line break between two tags, neither is alone.
    if (after and not first) or content[first:start].strip():
        return start, end
    rest = _BLANK.match(content, end)
    return (first, rest.end()) if rest else (start, end)


_BLANK = re.compile(r"[^\S\n]*+(?:\n|\Z)")
