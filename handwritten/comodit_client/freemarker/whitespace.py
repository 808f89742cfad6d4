"""The white space that FreeMarker removes: lines with tags only, and what `t`, `lt` and `rt` trim.

The rules are those of the engine's class `TextBlock`, on the parts of a template in their order. The first text of a
template is never stripped.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import define, evolve

from comodit_client.freemarker.scanning import COMMENT, Mark, Part, Passage, Tag
from comodit_client.freemarker.vocabulary import TRIMS

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLOCK_ASSIGN = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|[^\s=+\-*/%]+)\s*""")
#: What Java's `trim` removes.
_TRIMMED = "".join(map(chr, range(33)))
#: White space for Python that is none for Java.
_NOT_SPACE = "\x85\xa0\u2007\u202f"


def captures(tag: Tag) -> bool:
    """Return whether an `assign` stores the text up to its closing tag."""
    return tag.name == "assign" and _BLOCK_ASSIGN.fullmatch(tag.rest) is not None


def strip_white_space(content: str, parts: list[Part]) -> list[Part]:
    """Return the parts of a template without the white space that is not written.

    Args:
        content: The template.
        parts: Its parts, in order.
    """
    return _Stripper(content, parts).stripped()


@define
class _Leaf:
    """A part that matters for the white space around it: text, an interpolation, or a directive that trims.

    Attributes:
        part: The part.
        text: The text that is left of it.
        first: The line of its first character.
        last: The line of its last character.
        ignorable: Whether it is white space between parts that write nothing.
        blocked_before: Whether something before it on its first line keeps its white space.
        blocked_after: Whether something after it on its last line does.
        trims_before: The directives before it on its first line: the number that trim to the right, and whether there
            are others that keep its white space.
        trims_after: Whether a directive after it on its last line trims to the left, and whether any keeps white space.
    """

    part: Part
    text: str
    first: int
    last: int
    starts_line: bool
    ignorable: bool = False
    blocked_before: bool = False
    blocked_after: bool = False
    trims_before: tuple[int, bool] = (0, False)
    trims_after: tuple[bool, bool] = (False, False)

    @property
    def trim(self) -> tuple[bool, bool] | None:
        """What a directive trims, or None for other parts."""
        return TRIMS.get(self.part.name) if isinstance(self.part, Tag) else None

    def keeps_before(self) -> bool:
        """Return whether it keeps white space before it on its line."""
        return self._keeps(self.text)

    def keeps_after(self) -> bool:
        """Return whether it keeps white space after it on its line."""
        return self._keeps(self.text[::-1])

    def _keeps(self, text: str) -> bool:
        if isinstance(self.part, Mark):
            return True
        if isinstance(self.part, Tag) or not text or self.ignorable:
            return False
        for char in text:
            if char in "\r\n":
                return False
            if not _is_space(char):
                return True
        return True


class _Stripper:
    def __init__(self, content: str, parts: list[Part]) -> None:
        self._parts = parts
        self._breaks = [match.end() for match in _LINE_BREAK.finditer(content)]
        self._leaves: list[_Leaf] = []
        self._of_part: dict[int, _Leaf] = {}
        for place, part in enumerate(parts):
            if isinstance(part, Tag) and part.name not in TRIMS:
                continue
            leaf = self._leaf(part, place)
            self._leaves.append(leaf)
            self._of_part[place] = leaf

    def stripped(self) -> list[Part]:
        self._look_ahead()
        before: _Leaf | None = None
        result: list[Part] = []
        for place, part in enumerate(self._parts):
            leaf = self._of_part.get(place)
            if leaf is None:
                result.append(part)
                continue
            self._look_back(leaf, before)
            before = leaf
            if isinstance(part, Passage):
                self._clean(leaf, place, result)
                if leaf.ignorable:
                    continue
                result.append(evolve(part, content=leaf.text))
            else:
                result.append(part)
        return result

    def _leaf(self, part: Part, place: int) -> _Leaf:
        text = part.content if isinstance(part, Passage) else ""
        first, last = self._line(part.start), self._line(part.end - 1)
        starts_line = part.start == 0 or (first > 0 and self._breaks[first - 1] == part.start)
        return _Leaf(part, text, first, last, starts_line, self._is_ignorable(part, place))

    def _line(self, place: int) -> int:
        return bisect_right(self._breaks, place)

    def _is_ignorable(self, part: Part, place: int) -> bool:
        if not isinstance(part, Passage) or part.content.strip(_TRIMMED) or len(self._parts) == 1:
            return False
        return self._writes_nothing(place - 1) and self._writes_nothing(place + 1)

    def _writes_nothing(self, place: int) -> bool:
        """Return whether a part is a comment or an assignment, or outside of the template."""
        if not 0 <= place < len(self._parts):
            return True
        part = self._parts[place]
        return isinstance(part, Tag) and (part.name == COMMENT or (part.name == "assign" and not captures(part)))

    def _look_ahead(self) -> None:
        after: _Leaf | None = None
        for leaf in reversed(self._leaves):
            if after is not None and after.first == leaf.last:
                continues = after.last == leaf.last
                leaf.blocked_after = after.keeps_before() or (continues and after.blocked_after)
                left, other = after.trims_after if continues else (False, False)
                if after.trim is not None:
                    left, other = left or after.trim[0], other or not any(after.trim)
                leaf.trims_after = (left, other)
            after = leaf

    def _look_back(self, leaf: _Leaf, before: _Leaf | None) -> None:
        if before is None or before.last != leaf.first:
            return
        continues = before.first == leaf.first
        leaf.blocked_before = before.keeps_after() or (continues and before.blocked_before)
        right, other = before.trims_before if continues else (0, False)
        if before.trim is not None:
            right, other = right + before.trim[1], other or not any(before.trim)
        leaf.trims_before = (right, other)

    def _clean(self, leaf: _Leaf, place: int, result: list[Part]) -> None:
        """Remove the white space of a text that is not written."""
        if not leaf.text:
            return
        trimmed_left, trimmed_right = _trim_left(leaf), self._trim_right(leaf, place)
        if not leaf.text or place == 0:
            return
        end = 0 if trimmed_left else _blank_end(leaf)
        start = 0 if trimmed_right else _blank_start(leaf)
        leaf.text = leaf.text[start : max(start, len(leaf.text) - end)]
        if start:
            self._begin_next_line(leaf)
            before = self._parts[place - 1]
            if isinstance(before, Tag) and isinstance(leaf.part, Passage) and not leaf.part.raw:
                result[-1] = evolve(before, end=before.end + start, owns_line=True)

    def _trim_right(self, leaf: _Leaf, place: int) -> bool:
        """Apply the directives before a text on its line that trim to the right; return whether there are any."""
        count, result = leaf.trims_before
        for _ in range(count):
            result = True
            end = _first_break(leaf.text)
            if not end:
                return False
            opening, rest = leaf.text[:end], leaf.text[end:]
            if not opening.strip(_TRIMMED):
                leaf.text = rest
                self._begin_next_line(leaf)
                break
            if not rest.strip(_TRIMMED) and not self._kept_ahead(place, leaf.last):
                rest = ""
            leaf.text = _right_stripped(opening) + rest
        return result

    def _kept_ahead(self, place: int, line: int) -> bool:
        """Return whether something after a text on its line keeps white space."""
        kept = False
        for following in range(place + 1, len(self._parts)):
            leaf = self._of_part.get(following)
            if leaf is None:
                continue
            if leaf.first != line:
                break
            kept = kept or leaf.keeps_after()
            if leaf.trim and leaf.trim[0]:
                return False
        return kept

    @staticmethod
    def _begin_next_line(leaf: _Leaf) -> None:
        leaf.first += 1
        leaf.starts_line = True
        leaf.blocked_before = False
        leaf.trims_before = (0, False)


def _is_space(char: str) -> bool:
    return char.isspace() and char not in _NOT_SPACE


def _right_stripped(text: str) -> str:
    end = len(text)
    while end and _is_space(text[end - 1]):
        end -= 1
    return text[:end]


def _first_break(text: str) -> int:
    """Return the place after the first line break, or 0."""
    match = _LINE_BREAK.search(text)
    return match.end() if match else 0


def _last_line(text: str) -> int:
    """Return the place of the last line, 0 if there is only one."""
    return max(text.rfind("\n"), text.rfind("\r")) + 1


def _trim_left(leaf: _Leaf) -> bool:
    """Apply a directive after a text on its line that trims to the left; return whether there is any."""
    left, other = leaf.trims_after
    if left:
        start = _last_line(leaf.text)
        if start or leaf.starts_line:
            line = leaf.text[start:]
            blank = len(line) if not line.strip(_TRIMMED) else next(i for i, c in enumerate(line) if not _is_space(c))
            leaf.text = leaf.text[:start] + line[blank:]
    return left or other


def _blank_start(leaf: _Leaf) -> int:
    """Return the length of the blank rest of the line of a tag before a text."""
    end = _first_break(leaf.text)
    if (not end and not leaf.starts_line) or leaf.text[:end].strip(_TRIMMED) or leaf.blocked_before:
        return 0
    return end


def _blank_end(leaf: _Leaf) -> int:
    """Return the length of the indentation of a tag after a text."""
    start = _last_line(leaf.text)
    if (not start and not leaf.starts_line) or leaf.text[start:].strip(_TRIMMED) or leaf.blocked_after:
        return 0
    return len(leaf.text) - start
