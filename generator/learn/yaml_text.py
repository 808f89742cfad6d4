"""Edits a YAML text in place: lines that an edit does not concern keep their style, order and comments."""

from __future__ import annotations

from typing import Any

import yaml

from generator.learn.yaml_values import WIDTH, as_block, as_flow
from generator.places import Place

_LOADER = yaml.CSafeLoader
Spot = tuple[int, int]


class YamlText:
    """A YAML text, whose parts are addressed by their paths.

    Args:
        text: The text. Its top level is a mapping.

    Attributes:
        text: The text with all edits made so far.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, path: Place) -> Any:
        """Return the value at a path; None if there is none."""
        value = yaml.load(self.text, Loader=_LOADER)  # noqa: S506  a safe loader
        for key in path:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def add_key(self, path: Place, key: str, value: Any, after: str | None = None) -> None:
        """Add a key to a mapping.

        Args:
            path: The path of the mapping.
            key: The key.
            value: Its value.
            after: The key to add it after. Default: the last one.
        """
        node = self._node(path)
        assert isinstance(node, yaml.MappingNode)
        entries = [entry for entry in node.value if after is None or entry[0].value == after]
        last = entries[-1] if entries else None
        if last is None or node.flow_style:
            self._insert_in_flow(node, None if last is None else last[1], as_flow({key: value})[1:-1])
        else:
            self._insert_lines(last[1], as_block({key: value}, node.start_mark.column))

    def add_below(self, path: Place, key: str, value: Any) -> None:
        """Add a key to a mapping, and the mapping itself if there is none.

        Args:
            path: The path of the mapping.
            key: The key.
            value: Its value.
        """
        while path and self.value(path) is None:
            path, key, value = path[:-1], str(path[-1]), {key: value}
        self.add_key(path, key, value)

    def add_item(self, path: Place, value: Any) -> None:
        """Add an item at the end of a list.

        Args:
            path: The path of the list.
            value: The item.
        """
        node = self._node(path)
        assert isinstance(node, yaml.SequenceNode)
        if node.flow_style:
            self._insert_in_flow(node, node.value[-1] if node.value else None, as_flow(value))
        else:
            self._insert_lines(node.value[-1], as_block([value], node.start_mark.column))

    def replace_entry(self, path: Place, old: str, key: str, value: Any) -> None:
        """Replace an entry of a mapping by another one.

        Args:
            path: The path of the mapping.
            old: The key of the entry.
            key: The key of the new entry.
            value: The value of the new entry.
        """
        node = self._node(path)
        assert isinstance(node, yaml.MappingNode)
        name, found = next(entry for entry in node.value if entry[0].value == old)
        if node.flow_style:
            new = as_flow({key: value}, node.start_mark.column)[1:-1]
        else:
            new = as_block({key: value}, node.start_mark.column).strip()
        self._splice(_start(name), _end(found), new)

    def remove(self, path: Place) -> None:
        """Remove an entry of a mapping or an item of a list, and what would be left empty.

        Args:
            path: The path of the entry.
        """
        node = self._node(path[:-1])
        assert isinstance(node, yaml.CollectionNode)
        entries = [entry if isinstance(entry, tuple) else (entry, entry) for entry in node.value]
        if len(entries) == 1:
            self.remove(path[:-1])
            return
        keys = [entry[0].value for entry in entries]
        index = keys.index(path[-1]) if isinstance(node, yaml.MappingNode) else int(path[-1])
        first, last = entries[index]
        if not node.flow_style:
            self._splice((first.start_mark.line, 0), (_end(last)[0] + 1, 0), "")
        elif index == 0:
            self._splice(_start(first), _start(entries[1][0]), "")
        else:
            self._splice(_end(entries[index - 1][1]), _end(last), "")

    def _node(self, path: Place) -> yaml.Node:
        node: Any = yaml.compose(self.text, Loader=_LOADER)
        for key in path:
            if isinstance(node, yaml.SequenceNode):
                node = node.value[int(key)]
            else:
                node = next(value for name, value in node.value if name.value == key)
        found: yaml.Node = node
        return found

    def _insert_in_flow(self, node: yaml.Node, last: yaml.Node | None, new: str) -> None:
        if last is None:
            line, column = node.start_mark.line, node.start_mark.column + 1
            self._splice((line, column), (line, column), new)
            return
        line, column = _end(last)
        content = self._lines()[line]
        starts = last.start_mark.column
        if not content[:starts].strip():  # one item a line
            new = f",{self._newline()}{content[:starts]}{new}"
        elif len(content.rstrip("\r\n")) + len(new) + 2 <= WIDTH:
            new = f", {new}"
        else:
            indent = len(content) - len(content.lstrip()) + 2
            new = f",{self._newline()}{' ' * indent}{new}"
        self._splice((line, column), (line, column), new)

    def _insert_lines(self, last: yaml.Node, new: str) -> None:
        line = _end(last)[0] + 1
        lines = self._lines()
        if line == len(lines) and not lines[-1].endswith("\n"):
            self.text += self._newline()
        self._splice((line, 0), (line, 0), new)

    def _splice(self, start: Spot, end: Spot, new: str) -> None:
        lines = self._lines()
        before = "".join(lines[: start[0]]) + (lines[start[0]][: start[1]] if start[1] else "")
        after = (lines[end[0]][end[1] :] if end[0] < len(lines) else "") + "".join(lines[end[0] + 1 :])
        self.text = before + new.replace("\r\n", "\n").replace("\n", self._newline()) + after

    def _lines(self) -> list[str]:
        return self.text.splitlines(keepends=True)

    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"


def _start(node: yaml.Node) -> Spot:
    return node.start_mark.line, node.start_mark.column


def _end(node: yaml.Node) -> Spot:
    """Return where a node ends. The mark of a block would include the blank lines and comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    line, column = node.end_mark.line, node.end_mark.column
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return line - 1, 10**6  # the mark is at the beginning of the next line
    return line, column
