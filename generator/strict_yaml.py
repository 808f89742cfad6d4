"""Reads a YAML file strictly: plain JSON values only, every key is text, and no key is given twice."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import Reader

from generator.errors import SchemaError
from generator.places import joined

#: A file of the schema is about ten levels deep. Each later step recurses several calls a level.
MAX_DEPTH = 40
#: The largest file has about 2,000 parts; aliases of aliases could give any number.
MAX_PARTS = 100_000
_MERGE = "tag:yaml.org,2002:merge"
_TEXT = "tag:yaml.org,2002:str"
_DATE = "tag:yaml.org,2002:timestamp"
Keys = tuple[str, ...]


def read(file: Path) -> dict[str, Any]:
    """Read a YAML file.

    Args:
        file: The file.

    Returns:
        The mapping that it holds.

    Raises:
        SchemaError: The file does not exist, is not YAML, or holds something other than JSON values in a mapping.
    """
    loader = _Loader(_text(file))
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            raise SchemaError([f"{file.name}: the file is not a YAML mapping: write `key: value` lines"])
        findings = [
            f"{file.name}:{node.start_mark.line + 1}: {joined(path)}{': ' if path else ''}{text}"
            for path, node, text in _Findings(loader).walk(root)
        ]
        if findings:
            raise SchemaError(findings)
        # An alias is a copy: a change of one of the two does not change the other.
        content: dict[str, Any] = json.loads(json.dumps(loader.construct_document(root)))
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f"{error.problem_mark.line + 1}:"
        text = ", ".join(part for part in (error.context, error.problem) if part)
        raise SchemaError([f"{file.name}:{line} {text}: correct the YAML"]) from error
    except RecursionError:
        raise SchemaError([f"{file.name}: {_too_deep()}"]) from None
    return content


def _text(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SchemaError([f"{file.name}: the file does not exist in {file.parent}: create it"]) from None
    except OSError as error:
        raise SchemaError([f"{file.name}: the file cannot be read ({error.strerror}): correct the path"]) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SchemaError([f"{file.name}:{line}: byte {error.start} is not UTF-8: save the file in UTF-8"]) from error
    unprintable = Reader.NON_PRINTABLE.search(text)
    if unprintable:
        line = text.count("\n", 0, unprintable.start()) + 1
        raise SchemaError([f"{file.name}:{line}: {_unprintable(unprintable[0])}"])
    return text


def _unprintable(character: str) -> str:
    return f"the text holds the unprintable character U+{ord(character):04X}: remove it"


def _too_deep() -> str:
    return f"the content is nested more than {MAX_DEPTH} levels deep: move parts to named schemas"


class _Loader(yaml.CSafeLoader):
    pass


# An example such as 2020-01-31 stays text: JSON has no dates.
_Loader.add_constructor(_DATE, lambda loader, node: str(node.value))


class _Findings:
    """Finds the nodes of a YAML document that have no counterpart in JSON.

    Args:
        loader: The loader that composed the document.
    """

    def __init__(self, loader: _Loader) -> None:
        self._loader = loader
        self._open: list[yaml.Node] = []
        self._parts = 0

    def walk(self, node: yaml.Node, path: Keys = ()) -> Iterator[tuple[Keys, yaml.Node, str]]:
        """Yield the path, the node and the problem of each such node in a part of the document."""
        self._parts += 1
        if any(node is outer for outer in self._open):
            yield path, node, "the alias refers to a part that holds it: write the part out"
        elif self._parts > MAX_PARTS:
            if self._parts == MAX_PARTS + 1:
                yield path, node, f"the aliases make more than {MAX_PARTS} parts: write fewer of them"
        elif len(path) > MAX_DEPTH:
            yield path[:3], node, _too_deep()
        elif node.tag != self._implicit_tag(node):
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            yield path, node, f"the tag {tag} is not supported: remove it"
        else:
            self._open.append(node)
            yield from self._inside(node, path)
            self._open.pop()

    def _implicit_tag(self, node: yaml.Node) -> str:
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        tag: str = self._loader.resolve(type(node), node.value, (plain, not plain))  # type: ignore[no-untyped-call]
        return tag

    def _inside(self, node: yaml.Node, path: Keys) -> Iterator[tuple[Keys, yaml.Node, str]]:
        if isinstance(node, yaml.MappingNode):
            yield from self._mapping(node, path)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.walk(item, (*path, str(index)))
        elif isinstance(node, yaml.ScalarNode):
            problem = self._scalar(node)
            if problem is not None:
                yield path, node, problem

    def _mapping(self, node: yaml.MappingNode, path: Keys) -> Iterator[tuple[Keys, yaml.Node, str]]:
        keys: set[str] = set()
        for key, value in node.value:
            problem = self._key(key, keys)
            if problem is not None:
                yield path, key, problem
            else:
                keys.add(key.value)
                yield from self.walk(value, (*path, key.value))

    def _key(self, key: yaml.Node, keys: set[str]) -> str | None:
        if key.tag == _MERGE:
            return "merge keys (<<) are not supported: write the members out"
        if not isinstance(key, yaml.ScalarNode):
            return "a key is a list or a mapping: use text"
        if key.tag != _TEXT:
            return f"the key {key.value} is not text: put quotes around it"
        if key.value in keys:
            return f"the key {key.value!r} is given twice: remove one of the two"
        unprintable = Reader.NON_PRINTABLE.search(key.value)
        return _unprintable(unprintable[0]) if unprintable else None

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        try:
            value = self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            return f"{node.value:.40} cannot be read as a value: put quotes around it"
        if isinstance(value, float) and not math.isfinite(value):
            return f"{node.value} is not a number of JSON: put quotes around it"
        unprintable = Reader.NON_PRINTABLE.search(value) if isinstance(value, str) else None
        return _unprintable(unprintable[0]) if unprintable else None
