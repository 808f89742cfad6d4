"""Splitting of templates into text and tags, in time that is linear in their length.

A regular expression that starts again at each mark would take quadratic time for a line of opening marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

_START = re.compile(r"<\#--|(?P<slash></?)\#(?P<name>[a-z]++)")
_CLOSED = re.compile(r"\s*+>")
_RAW_END = "</#noparse>"
#: The name of comments among the tags.
COMMENT = "#--"


@frozen
class Passage:
    """Text between two tags.

    Attributes:
        content: The text.
        start: Its place in the template.
    """

    content: str
    start: int


@frozen
class Tag:
    """A directive or a comment.

    Attributes:
        name: The name, with a leading "/" if the tag closes a block; `COMMENT` for a comment.
        rest: The arguments; for `noparse` and comments the text in it.
        start: The place of the tag, which may begin with the indentation of its line.
        end: The place after it.
        owns_line: Whether the tag includes the whole line, or lines, that it is alone on.
    """

    name: str
    rest: str
    start: int
    end: int
    owns_line: bool = False


def split_template(content: str) -> Iterator[Passage | Tag]:
    """Yield the texts and the tags of a template, in order.

    Args:
        content: The template.
    """
    place = after = 0
    for found, is_raw in _find_tags(content):
        tag = found if is_raw else _with_empty_line(content, found, after)
        after = found.end
        yield Passage(content[place : max(place, tag.start)], place)
        place = max(place, tag.end)
        yield tag
    yield Passage(content[place:], place)


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


def _find_tags(content: str) -> Iterator[tuple[Tag, bool]]:
    """Yield the tags, each with whether it holds text that is not parsed."""
    arguments = Arguments(content, ">", parentheses=True)
    # Where the last comment and the last `noparse` end: no search goes beyond.
    last_comment, last_raw = content.rfind("-->"), content.rfind(_RAW_END)
    place = 0
    while match := _START.search(content, place):
        start, place, name = match.start(), match.end(), match["name"]
        tag: Tag | None = None
        is_raw = name == "noparse" and match["slash"] != "</" and content.startswith(">", place) and place < last_raw
        if name is None:
            if place <= last_comment:
                closing = content.find("-->", place)
                tag = Tag(COMMENT, content[place:closing], start, closing + 3)
        elif match["slash"] == "</":
            if closed := _CLOSED.match(content, place):
                tag = Tag(f"/{name}", "", start, closed.end())
        elif is_raw:
            raw_end = content.find(_RAW_END, place)
            tag = Tag(name, content[place + 1 : raw_end], start, raw_end + len(_RAW_END))
        elif (found := arguments.end(place)) is not None:
            tag = Tag(name, content[place:found].strip().removesuffix("/"), start, found + 1)
        if tag is not None:
            yield tag, is_raw
            place = tag.end


def _with_empty_line(content: str, tag: Tag, after: int) -> Tag:
    """Extend a tag that is alone on its line to the whole line, as FreeMarker does.

    Args:
        content: The template.
        tag: The tag.
        after: The end of the tag before it, 0 if it is the first.
    """
    first = content.rfind("\n", after, tag.start) + 1
    # Without a line break between two tags, neither is alone.
    if (after and not first) or content[first : tag.start].strip():
        return tag
    rest = _BLANK.match(content, tag.end)
    return evolve(tag, start=first, end=rest.end(), owns_line=True) if rest else tag


_BLANK = re.compile(r"[^\S\n]*+(?:\n|\Z)")
