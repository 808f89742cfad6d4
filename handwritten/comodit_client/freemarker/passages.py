"""Interpolations with delimiters of one's own, such as `##name##` (S100).

Such an interpolation ends on its line. Marks that belong to none are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def split_passage(content: str, start: str, end: str) -> Iterator[tuple[str, str | None]]:
    """Yield the parts of a text, each with the content of the interpolation, or None if it is text.

    Args:
        content: The text.
        start: The start delimiter of interpolations.
        end: The end delimiter.
    """
    arguments = _Arguments(content, end)
    place, opening = 0, content.find(start)
    while opening >= 0:
        inside = opening + len(start)
        closing = arguments.end(inside)
        if closing is None or closing == inside:
            opening = content.find(start, opening + 1)
            continue
        if opening > place:
            yield content[place:opening], None
        place = closing + len(end)
        yield content[opening:place], content[inside:closing].strip()
        opening = content.find(start, place)
    if place < len(content):
        yield content[place:], None


class _Arguments:
    """Finds the ends of interpolations. One ends on its line, but not in quotes.

    Args:
        content: The text.
        closing: The end delimiter.
    """

    def __init__(self, content: str, closing: str) -> None:
        self._content = content
        self._closing = closing
        self._hidden = re.compile(r""""[^"\n]*+"|'[^'\n]*+'""")
        self._mark = re.compile(rf"{re.escape(closing)}|[\"'\n]")
        self._first = (0, -1)
        #: Marks from which the end of the line was reached; the same happens from there again.
        self._open: set[int] = set()

    def end(self, start: int) -> int | None:
        """Return the place of the end delimiter, or None if there is none or the argument is empty.

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
