"""Edits a text in the INI format line by line, so that comments and everything unknown stay."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADER = re.compile(r"\[(.+)\]")
KEY = re.compile(r"([^\s=:#;][^=:]*?)\s*[=:]")


class IniText:
    """A text in the INI format.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.rstrip("\n").split("\n") if text.strip("\n") else []

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)

    def set(self, section: str, members: Mapping[str, str | None]) -> None:
        """Set members of a section, which is appended if it does not exist.

        Args:
            section: The section.
            members: The values by key; None removes a member.
        """
        if self._header(section) is None:
            self._lines += [*([""] if self._lines else []), f"[{section}]"]
        for key, value in members.items():
            self._set(section, key, value)

    def remove(self, section: str) -> None:
        """Remove a section. Comments directly above the next section stay.

        Args:
            section: The section.
        """
        start = self._header(section)
        if start is None:
            return
        end = self._end(start)
        if end < len(self._lines):
            while end > start + 1 and _is_comment_or_blank(self._lines[end - 1]):
                end -= 1
        del self._lines[start:end]

    def _set(self, section: str, key: str, value: str | None) -> None:
        start = self._header(section)
        if start is None:
            return
        found = next((at for at in range(start + 1, self._end(start)) if _key(self._lines[at]) == key), None)
        line = [] if value is None else [f"{key} = {value}"]
        if found is not None:
            end = self._value_end(found)
            self._lines[found:end] = [*line, *filter(_is_comment_or_blank, self._lines[found + 1 : end])]
            return
        end = self._end(start)
        while end > start + 1 and _is_comment_or_blank(self._lines[end - 1]):
            end -= 1
        self._lines[end:end] = line

    def _header(self, section: str) -> int | None:
        return next((at for at, line in enumerate(self._lines) if _section(line) == section), None)

    def _end(self, start: int) -> int:
        later = range(start + 1, len(self._lines))
        return next((at for at in later if _section(self._lines[at]) is not None), len(self._lines))

    def _value_end(self, start: int) -> int:
        """Return the end of a value, which indented lines continue."""
        end = start + 1
        while end < len(self._lines) and self._lines[end][:1].isspace() and self._lines[end].strip():
            end += 1
        return end


def _section(line: str) -> str | None:
    header = HEADER.match(line)
    return header[1] if header else None


def _key(line: str) -> str | None:
    found = KEY.match(line)
    return found[1].lower() if found else None


def _is_comment_or_blank(line: str) -> bool:
    return not line.strip() or line.lstrip()[0] in "#;"
