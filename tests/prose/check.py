"""Finds words to avoid in docs, docstrings, messages and the schema's descriptions."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

#: Code in a line of prose.
CODE = re.compile(r"``.*?``|`[^`]*`")
Line = tuple[int, str]


class Rules:
    """The words to avoid, and the exceptions from them; `unused` holds the exceptions that no text needed so far.

    Args:
        config: The words, each with what to write instead, and the exceptions: see words.toml.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self.words: dict[str, str] = config["words"]
        self.allowed: list[dict[str, str]] = config.get("allow", [])
        self.unused = list(self.allowed)
        longest_first = sorted(map(re.escape, self.words), key=len, reverse=True)
        self._pattern = re.compile(rf"\b({'|'.join(longest_first)})\b", re.IGNORECASE)

    @classmethod
    def read(cls, path: Path) -> Rules:
        return cls(tomllib.loads(path.read_text(encoding="utf-8")))

    def findings(self, path: Path, root: Path) -> list[str]:
        """Return what to change in a file, one finding a line."""
        name = path.relative_to(root).as_posix()
        return [
            f"{name}:{number}: {found[0]!r}: write {self.words[found[0].lower()]!r}"
            for number, line in lines(path)
            for found in self._pattern.finditer(CODE.sub("", line))
            if not self._is_allowed(name, found[0].lower(), line)
        ]

    def _is_allowed(self, name: str, word: str, line: str) -> bool:
        fitting = [
            entry
            for entry in self.allowed
            if word == entry["word"] and name == entry.get("in", name) and entry["text"] in line
        ]
        self.unused = [entry for entry in self.unused if entry not in fitting]
        return bool(fitting)


def sources(root: Path) -> Iterator[Path]:
    """Return the files whose text people read."""
    yield from sorted(root.glob("*.md"))
    for folder, pattern in (("docs", "*.md"), ("handwritten", "*.py"), ("generator", "*.py"), ("schema", "*.yaml")):
        yield from sorted((root / folder).rglob(pattern))


def lines(path: Path) -> Iterable[Line]:
    """Return the lines of prose in a file, each with its number."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return _python(text)
    return _schema(yaml.compose(text)) if path.suffix == ".yaml" else _markdown(text)


def _markdown(text: str) -> Iterator[Line]:
    is_code = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(("```", "<!--")):
            is_code = not is_code
        elif not is_code:
            yield number, line
        if is_code and line.rstrip().endswith("-->"):
            is_code = False


def _python(text: str) -> Iterator[Line]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            for offset, line in enumerate(node.value.splitlines()):
                yield node.lineno + offset, line


def _schema(node: Any) -> Iterator[Line]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in ("description", "summary") and isinstance(value, yaml.ScalarNode):
                for offset, line in enumerate(value.value.splitlines()):
                    yield value.start_mark.line + 1 + offset, line
            else:
                yield from _schema(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _schema(item)
