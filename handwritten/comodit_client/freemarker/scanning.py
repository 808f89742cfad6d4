"""Splitting of templates into text, interpolations and tags, in time that is linear in their length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from comodit_client.freemarker.errors import Unbalanced
from comodit_client.freemarker.passages import split_passage
from comodit_client.freemarker.strings import interpolation_end

_STANDARD = ("${", "}")
_TAG = r"<\#--|(?P<slash></?)\#(?P<name>[A-Za-z_]++)|(?P<call></?@)"
_MARK = re.compile(_TAG)
_STANDARD_MARK = re.compile(rf"{_TAG}|[$#]\{{")
_CLOSED = re.compile(r"\s*+/?>")
_RAW = {name: re.compile(rf"</\#{name}\s*+>") for name in ("noparse", "comment")}
_ARGUMENT = re.compile(
    r"""(?<!\w)r"[^"]*+"|(?<!\w)r'[^']*+'|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|(?P<mark>["'()>])""", re.DOTALL
)
#: The name of comments among the tags.
COMMENT = "#--"
#: The name of calls of macros among the tags.
CALL = "@"


@frozen
class Passage:
    """Text without tags and interpolations.

    Attributes:
        content: The text.
        start: Its place in the template.
        end: The place after it.
        raw: Whether it is the content of `noparse`.
    """

    content: str
    start: int
    end: int
    raw: bool = False


@frozen
class Mark:
    """An interpolation.

    Attributes:
        source: The interpolation with its delimiters.
        inside: The text between them, without white space around it.
        start: The place in the template.
        end: The place after it.
    """

    source: str
    inside: str
    start: int
    end: int


@frozen
class Tag:
    """A directive or a comment.

    Attributes:
        name: The name, with a leading "/" if the tag closes a block; `COMMENT` for a comment.
        rest: The arguments; for comments the text in it.
        start: The place of the tag.
        end: The place after it, and after the line break that it removes.
        owns_line: Whether the tag removes the line break after it.
    """

    name: str
    rest: str
    start: int
    end: int
    owns_line: bool = False


#: A part of a template.
Part = Passage | Mark | Tag


def split_template(content: str, start: str, end: str) -> Iterator[Part]:
    """Yield the parts of a template, in order.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.

    Raises:
        Unbalanced: A tag or an interpolation has no end.
    """
    is_standard = (start, end) == _STANDARD
    place = 0
    for found in _marks(content, is_standard):
        if found.start > place:
            yield from _passage(content[place : found.start], place, start, end, is_standard)
        place = found.end
        yield found
    if place < len(content):
        yield from _passage(content[place:], place, start, end, is_standard)


def _passage(text: str, place: int, start: str, end: str, is_standard: bool) -> Iterator[Part]:
    if is_standard:
        yield Passage(text, place, place + len(text))
        return
    for part, inside in split_passage(text, start, end):
        after = place + len(part)
        yield Passage(part, place, after) if inside is None else Mark(part, inside, place, after)
        place = after


def _marks(content: str, is_standard: bool) -> Iterator[Part]:
    pattern = _STANDARD_MARK if is_standard else _MARK
    place = 0
    while match := pattern.search(content, place):
        found = _part(content, match)
        place = found.end
        yield found


def _part(content: str, match: re.Match[str]) -> Part:
    start, place, name = match.start(), match.end(), match["name"]
    if match[0] == "<#--":
        return _until(content.find("-->", place), 3, COMMENT, content, start, place)
    if match["call"]:
        return Tag(f"/{CALL}" if "/" in match[0] else CALL, "", start, place)
    if name is None:
        return _interpolation(content, start, place)
    if match["slash"] == "</":
        closed = _CLOSED.match(content, place)
        if closed is None:
            raise Unbalanced(f"the tag </#{name} has no end", start)
        return Tag(f"/{name}", "", start, closed.end())
    if content[place : place + 1].strip(" \t\r\n>/"):
        raise Unbalanced(f"the tag <#{name} has no space after its name", start)
    end = _argument_end(content, place)
    if end is None:
        raise Unbalanced(f"the tag <#{name} has no end; write > within an argument as gt, or in parentheses", start)
    if name in _RAW:
        return _raw(content, name, start, end + 1)
    return Tag(name, content[place:end].removesuffix("/").strip(), start, end + 1)


def _until(closing: int, length: int, name: str, content: str, start: int, place: int) -> Tag:
    if closing < 0:
        raise Unbalanced("the comment <#-- has no end", start)
    return Tag(name, content[place:closing], start, closing + length)


def _interpolation(content: str, start: int, place: int) -> Mark:
    end = interpolation_end(content, place)
    if end is None:
        shown = content[start : start + 40].split("\n")[0]
        raise Unbalanced(
            f"the interpolation {shown} has no end; write ${{r'${{'}} for the characters themselves", start
        )
    prefix = "#{" if content[start] == "#" else ""
    return Mark(content[start : end + 1], prefix + content[place:end].strip(), start, end + 1)


def _raw(content: str, name: str, start: int, place: int) -> Part:
    closing = _RAW[name].search(content, place)
    if closing is None:
        raise Unbalanced(f"<#{name}> is not closed by </#{name}>", start)
    text = content[place : closing.start()]
    if name == "comment":
        return Tag(COMMENT, text, start, closing.end())
    return Passage(text, start, closing.end(), raw=True)


def _argument_end(content: str, place: int) -> int | None:
    """Return the place of the `>` that ends a tag: the first one outside of quotes and parentheses."""
    depth = 0
    for match in _ARGUMENT.finditer(content, place):
        mark = match["mark"]
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        elif mark == ">" and depth <= 0:
            return match.start()
        elif mark in ('"', "'"):
            return None
    return None
