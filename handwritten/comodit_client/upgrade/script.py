"""The text of a script with its encoding, and edits of it that leave everything else as it is."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from comodit_client.upgrade.errors import UnreadableScript
from comodit_client.wire.writing import written

#: The line ends of Python; `str.splitlines` knows more of them.
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Advice:
    """Something that the user has to decide."""

    line: int
    message: str


@dataclass(frozen=True)
class Edit:
    """A replacement of a part of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Script:
    """A script as it is stored.

    Args:
        path: The path of the file.
        text: The text, with its own line ends.
        encoding: The encoding, from its declaration or a byte order mark.
    """

    path: Path
    text: str
    encoding: str

    def write(self, text: str) -> None:
        """Replace the file as a whole. It keeps its mode, and its encoding.

        Args:
            text: The new text.

        Raises:
            UnusableFile: The file cannot be written. It stays as it was.
        """
        with written(self.path) as file:
            file.write(text.encode(self.encoding))


def read(path: Path) -> Script:
    """Read a script.

    Args:
        path: The path of the file.

    Returns:
        The script.

    Raises:
        UnreadableScript: The file cannot be read, or is not text in the encoding that it declares.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableScript(
            f"{path}: cannot be read: {error.strerror}. Check the path and its permissions."
        ) from error
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return Script(path, content.decode(encoding), encoding)
    except (SyntaxError, UnicodeDecodeError) as error:
        raise UnreadableScript(
            f"{path}: is not text in its encoding: {error}. Name the encoding in the first line, such as "
            "'# -*- coding: latin-1 -*-'."
        ) from error


class Positions:
    """Converts the positions of syntax nodes to offsets in the text.

    Args:
        text: The text that was parsed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def offset(self, line: int, column: int) -> int:
        """Return an offset.

        Args:
            line: The number of the line, from 1.
            column: The number of bytes in UTF-8 before the position.
        """
        start = self._starts[line - 1]
        # A character takes at least one byte, so that this part is long enough.
        return start + len(self.text[start : start + column].encode()[:column].decode())

    def start(self, node: ast.stmt | ast.expr | ast.keyword | ast.alias) -> int:
        """Return the offset at which a node starts."""
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.stmt | ast.expr | ast.keyword | ast.alias) -> int:
        """Return the offset behind a node."""
        assert node.end_lineno is not None and node.end_col_offset is not None  # ast.parse sets them
        return self.offset(node.end_lineno, node.end_col_offset)

    def between(self, start: ast.expr, end: ast.expr) -> str:
        """Return the text from the end of one node to the end of another."""
        return self.text[self.end(start) : self.end(end)]

    def before(self, node: ast.stmt) -> str:
        """Return the text between the start of a line and a statement in it."""
        return self.text[self._starts[node.lineno - 1] : self.start(node)]

    @property
    def line_end(self) -> str:
        """The first line end of the text."""
        found = LINE_END.search(self.text)
        return found.group() if found else "\n"

    def moved(self, advice: Advice, edits: Iterable[Edit]) -> Advice:
        """Return advice with the number of its line after edits."""
        start = self._starts[min(advice.line, len(self._starts)) - 1]
        before = [edit for edit in edits if edit.end <= start]
        new = sum(len(LINE_END.findall(edit.text)) for edit in before)
        old = sum(len(LINE_END.findall(self.text[edit.start : edit.end])) for edit in before)
        return replace(advice, line=advice.line + new - old)

    def name(self, node: ast.Attribute, name: str) -> Edit:
        """Return the edit that gives an attribute another name."""
        end = self.end(node)
        return Edit(end - len(node.attr), end, name)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits applied.

    Args:
        text: The text.
        edits: The edits, which do not overlap.
    """
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
