"""Calls get the current names of methods and arguments, timeouts, and contents as text or bytes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from comodit_client.upgrade.api import library
from comodit_client.upgrade.guide import advice
from comodit_client.upgrade.opened import written
from comodit_client.upgrade.script import Advice, Edit, Positions
from comodit_client.upgrade.values import Values

ARGUMENTS, WAITS, CONTENTS = "rename-keyword-arguments", "set-timeouts", "read-files"
#: The methods that return the content of a file as text, and as bytes.
TEXT, BYTES = "read_content", "read_bytes"
UTF_8 = {"utf8", "utf_8"}


@dataclass(frozen=True)
class Calls:
    """The calls of a script.

    Args:
        values: Which of its values come from the library.
        positions: The positions in its text.
        timeout: The timeout to add to waits that have none; None to add none.
    """

    values: Values
    positions: Positions
    timeout: int | None = None

    def rewrite(self, tree: ast.Module) -> Iterator[Edit | Advice]:
        """Return the edits of the calls, and advice for those that are not rewritten.

        Args:
            tree: The syntax tree of the script.

        Yields:
            Edits and advice.
        """
        modes = written(tree, self.values)
        for content in (content for content, is_binary in modes.items() if is_binary):
            yield from self._bytes(content)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from self._keywords(node, node.func)
                yield from self._wait(node, node.func)
                yield from self._content(node, node.func, is_text=modes.get(node) is False)
            elif isinstance(node, ast.Attribute):
                yield from self._member(node)

    def _member(self, node: ast.Attribute) -> Iterator[Edit]:
        new = library().old_members.get(node.attr)
        if new and self.values.is_known(node.value):
            yield self.positions.name(node, new)

    def _keywords(self, call: ast.Call, function: ast.Attribute) -> Iterator[Edit | Advice]:
        passed = {keyword.arg for keyword in call.keywords}
        for keyword in call.keywords:
            old = keyword.arg
            new = library().new_argument(function.attr, old) if old else None
            if old is None or new is None or new in passed:
                continue
            if self.values.is_known(function.value) and not library().is_ambiguous(function.attr, old):
                start = self.positions.start(keyword)
                yield Edit(start, start + len(old), new)
            else:
                yield advice(
                    keyword.lineno, f"If this calls the library, pass {new}= to {function.attr}() instead of {old}=.",
                    ARGUMENTS,
                )  # fmt: skip

    def _wait(self, call: ast.Call, function: ast.Attribute) -> Iterator[Edit | Advice]:
        position = library().timeout_position(function.attr)
        names = {keyword.arg for keyword in call.keywords}
        is_open = names & {"timeout", "time_out", None} or any(isinstance(each, ast.Starred) for each in call.args)
        if position is None or len(call.args) > position or is_open:
            return
        is_known = self.values.is_known(function.value)
        if is_known and self.timeout is not None:
            yield self._added(call, f"timeout={self.timeout}")
        elif is_known or function.attr != "wait":  # threads and processes have a method `wait`, too
            yield advice(
                call.lineno, f"{function.attr}() has no timeout, so it may wait without limit. Pass timeout=, or run "
                "the upgrade with --timeout SECONDS.", WAITS,
            )  # fmt: skip

    def _added(self, call: ast.Call, argument: str) -> Edit:
        arguments: list[ast.expr] = [*call.args, *(keyword.value for keyword in call.keywords)]
        last = max(arguments, key=self.positions.end, default=call.func)
        start = self.positions.end(last)
        # Comments, commas and brackets may be between the last argument and the bracket that closes the call.
        marks = [
            mark.start()
            for mark in re.finditer(r"#[^\r\n]*|\S", self.positions.between(last, call))
            if mark[0][0] != "#"
        ]
        if not arguments:
            place = start + marks[-2] + 1
            return Edit(place, place, argument)
        place = start + marks[-2] + 1 if len(marks) > 1 else start
        return Edit(place, place, f" {argument}," if self.positions.text[place - 1] == "," else f", {argument}")

    def _bytes(self, content: ast.expr) -> Iterator[Edit | Advice]:
        """Read bytes where the content of a file is written to a binary file."""
        read = self._reading(content)
        if read is not None and read.attr == TEXT and self._has_no_arguments(content):
            yield self.positions.name(read, BYTES)
        elif read is not None:
            yield advice(
                content.lineno, f"{read.attr}() returns text, and the file is binary. Open it for text, or write the "
                "result of encode().", CONTENTS,
            )  # fmt: skip

    def _content(self, call: ast.Call, function: ast.Attribute, is_text: bool) -> Iterator[Edit | Advice]:
        if function.attr not in ("encode", "decode"):
            return
        read = self._reading(function.value)
        if read is None:
            return
        is_file = read.attr == TEXT and self._has_no_arguments(function.value)
        tail = self._tail(call, function) if _is_utf_8(call) else None
        if (function.attr == "decode" or is_text) and tail:
            yield tail
        elif function.attr == "decode" and is_file:
            yield self.positions.name(read, BYTES)
        elif function.attr == "decode":
            yield advice(
                call.lineno, f"{read.attr}() returns text in UTF-8, which has no decode(). Remove the call.", CONTENTS
            )
        elif is_file and tail:
            yield self.positions.name(read, BYTES)
            yield tail

    def _reading(self, node: ast.expr) -> ast.Attribute | None:
        """Return the method that read a text, if it is one of the library."""
        if isinstance(node, ast.Name):
            found = [
                self._reading(value) if not isinstance(value, ast.Name) else None for value in self.values.sources(node)
            ]
            return found[0] if found and all(found) else None
        if isinstance(node, ast.Await):
            node = node.value
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            return None
        method = node.func
        return method if library().returns_text(method.attr) and self.values.is_known(method.value) else None

    def _has_no_arguments(self, node: ast.expr) -> bool:
        call = node.value if isinstance(node, ast.Await) else node
        return isinstance(call, ast.Call) and not call.args and not call.keywords

    def _tail(self, call: ast.Call, function: ast.Attribute) -> Edit | None:
        """Return the edit that removes a call of a method from the end of an expression."""
        start, text = self.positions.end(function.value), self.positions.between(function.value, call)
        found = re.match(rf"[)\s]*?(\s*\.\s*{function.attr}\s*\()", text)
        if found is None or "#" in text:
            return None
        return Edit(start + found.start(1), self.positions.end(call), "")


def _is_utf_8(call: ast.Call) -> bool:
    """Return whether the call of `encode` or `decode` names no encoding but UTF-8, and no handler of errors."""
    if not call.args and not call.keywords:
        return True
    if call.keywords or len(call.args) > 1:
        return False
    encoding = call.args[0]
    text = encoding.value if isinstance(encoding, ast.Constant) else None
    return isinstance(text, str) and text.lower().replace("-", "_") in UTF_8
