"""The JSON values of YAML files, with their variables replaced."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, field

from comodit_client.disk.desired_nodes import is_mapping, is_scalar, line_of, opened, unusable
from comodit_client.disk.handles import DEEPEST
from comodit_client.disk.place import Place

if TYPE_CHECKING:
    import yaml

    from comodit_client.disk.desired_variables import Variables

TAG = "tag:yaml.org,2002:"
TEXT, MERGE = f"{TAG}str", f"{TAG}merge"
#: The tags of scalars that JSON has too.
SCALARS = frozenset(f"{TAG}{name}" for name in ("str", "null", "bool", "int", "float"))
#: The number of values of a file. Aliases of aliases could make any number.
MOST = 1_000_000
#: Where a file's content stands in a document. It is a template of ComodIT, with its own `${...}`.
CONTENT = ("files", "", "content")
#: The names that lead to a value from the top of its document.
Names: TypeAlias = tuple[str, ...]


@define
class Document:
    """A document of a YAML file.

    Args:
        file: The file.
        line: Its first line.
        members: Its members.

    Attributes:
        written: The definition that it became, if it was written.
    """

    file: Place
    line: int
    members: dict[str, Any] = field(repr=False)
    written: Path | None = field(default=None, init=False)


def documents(file: Place, variables: Variables) -> list[Document]:
    """Read the documents of a YAML file.

    Args:
        file: The file.
        variables: The variables to replace.

    Returns:
        The documents that are not empty.

    Raises:
        UnusableFile: The file cannot be read, or holds something other than mappings with JSON values.
    """
    found = []
    with opened(file) as loader:
        values = _Values(file, loader, variables)
        while loader.check_node():
            node = loader.get_node()
            if node is None or node.tag == f"{TAG}null":
                continue
            if not is_mapping(node):
                raise unusable(file, line_of(node), "the document is not a mapping. Write `member: value` lines")
            found.append(Document(file, line_of(node), values.value(node, ())))
    return found


@define(eq=False)
class _Values:
    """Converts the parts of a YAML file.

    Args:
        file: The file.
        loader: Its loader.
        variables: The variables to replace.
    """

    _file: Place
    _loader: yaml.SafeLoader
    _variables: Variables
    _open: list[yaml.Node] = field(factory=list, init=False)
    _count: int = field(default=0, init=False)

    def value(self, node: yaml.Node, path: Names) -> Any:
        """Return the value of a part that has the given path in its document; items of lists have no name."""
        self._count_one(node)
        if len(path) > DEEPEST:
            raise unusable(self._file, line_of(node), f"values are nested more than {DEEPEST} deep. Write them flatter")
        if any(node is outer for outer in self._open):
            raise unusable(self._file, line_of(node), "an alias refers to a part that contains it. Write the part out")
        if is_scalar(node):
            return self._scalar(node, path)
        if node.tag not in (f"{TAG}map", f"{TAG}seq"):
            raise self._foreign(node)
        self._open.append(node)
        if is_mapping(node):
            value: Any = {key: self.value(inner, (*path, key)) for key, inner in self._members(node)}
        else:
            value = [self.value(inner, (*path, "")) for inner in node.value]
        self._open.pop()
        return value

    def _count_one(self, node: yaml.Node) -> None:
        self._count += 1
        if self._count > MOST:
            raise unusable(self._file, line_of(node), f"the file has more than {MOST} values. Use fewer aliases")

    def _members(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the members of a mapping; those that it merges from others come first, so that its own replace them."""
        own: dict[str, yaml.Node] = {}
        for key, inner in node.value:
            if key.tag == MERGE:
                yield from self._merged(inner)
                continue
            if not is_scalar(key) or key.tag != TEXT:
                text = f"the name {key.value} is not text" if is_scalar(key) else "a name is a list or a mapping"
                raise unusable(self._file, line_of(key), f"{text}. Put quotes around it")
            if key.value in own:
                raise unusable(self._file, line_of(key), f"{key.value!r} is given twice. Remove one of the two")
            own[key.value] = inner
        yield from own.items()

    def _merged(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        # Of several mappings, the first wins.
        for one in reversed(node.value) if node.tag == f"{TAG}seq" else [node]:
            self._count_one(one)
            if not is_mapping(one) or any(one is outer for outer in self._open):
                raise unusable(self._file, line_of(one), "<< needs an alias of another mapping. Write the members out")
            self._open.append(one)
            yield from self._members(one)
            self._open.pop()

    def _scalar(self, node: yaml.ScalarNode, path: Names) -> Any:
        if node.tag not in SCALARS:
            raise self._foreign(node)
        if node.tag != TEXT:
            return self._plain(node)
        text: str = node.value
        if path == CONTENT:
            return text
        replaced = self._variables.replace(text, self._file, line_of(node))
        is_quoted = node.style is not None
        return replaced if is_quoted or not self._variables.is_one(text) else self._as_plain(replaced, node)

    def _as_plain(self, text: str, place: yaml.Node) -> Any:
        """Return the value that a text has where it stands without quotes."""
        import yaml

        tag = self._loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        if tag not in SCALARS or tag == TEXT:
            return text
        return self._plain(yaml.ScalarNode(tag, text, place.start_mark, place.end_mark))

    def _plain(self, node: yaml.Node) -> Any:
        try:
            value = self._loader.construct_object(node)
        except ValueError:
            raise self._foreign(node) from None
        if isinstance(value, float) and not math.isfinite(value):
            raise self._foreign(node)
        return value

    def _foreign(self, node: yaml.Node) -> Exception:
        tag = node.tag.replace(TAG, "!!")
        return unusable(self._file, line_of(node), f"a value of type {tag} has no form in JSON. Put quotes around it")
