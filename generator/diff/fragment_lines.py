"""Finds the lines of the parts of a bundle in the fragments that it was made from.

The fragments are searched, not read by the bundler: those of an older version may have another grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from attrs import define, field

from generator.diff.lines import child, compose, descend
from generator.places import Place

_FRONT = "openapi.yaml"


@define
class FragmentLines:
    """Finds the lines of the parts of a bundle.

    Args:
        folder: The folder of the fragments.
        document: The bundle.
        shown: The name of the folder in reports, if it is not that of the folder.
    """

    folder: Path
    document: dict[str, Any]
    shown: str = ""
    _files: dict[str, yaml.Node | None] = field(init=False, factory=dict)
    _schemas: dict[str, str] = field(init=False, factory=dict)
    _operations: dict[str, tuple[str, Place]] = field(init=False, factory=dict)

    def locate(self, path: Place) -> tuple[str, int]:
        """Return the file and the line of a part.

        Args:
            path: The path of the part in the bundle.
        """
        if not self._files:
            self._index()
        file, start, rest = self._origin(path)
        node = self._files.get(file)
        line = 1
        for key in (*start, *rest):
            if isinstance(key, int) and isinstance(node, yaml.SequenceNode) and rest[:1] == ("parameters",):
                key -= self._added_parameters(path, len(node.value))
            found = child(node, key)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        return f"{self.shown or self.folder}/{file}", line

    def _index(self) -> None:
        for file in sorted(self.folder.glob("*.yaml")):
            root = compose(file.read_text(encoding="utf-8"))
            self._files[file.name] = root
            for name, _ in _items(descend(root, "components", "schemas")):
                self._schemas.setdefault(name, file.name)
            tags = [_text(descend(root, "tag", "name"))]
            mounts = descend(root, "x-mounts")
            if isinstance(mounts, yaml.SequenceNode):
                tags += [_text(descend(mount, "tag")) for mount in mounts.value]
            for path, item in _items(descend(root, "paths")):
                for method, operation in _items(item):
                    identity = _text(descend(operation, "operationId"))
                    for tag in tags:
                        self._operations[identity.replace("{tag}", tag)] = file.name, ("paths", path, method)

    def _origin(self, path: Place) -> tuple[str, Place, Place]:
        if path[:2] == ("components", "schemas") and len(path) > 2:
            return self._schemas.get(str(path[2]), _FRONT), path, ()
        if path[:1] == ("paths",) and len(path) > 2:
            operation = self.document["paths"][path[1]][path[2]]
            file, start = self._operations.get(operation.get("operationId", ""), (_FRONT, path[:3]))
            return file, start, path[3:]
        return _FRONT, path, ()

    def _added_parameters(self, path: Place, own: int) -> int:
        # The bundler puts the path parameters before those of the fragment.
        operation = self.document["paths"][path[1]][path[2]]
        return len(operation["parameters"]) - own


def _items(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, value


def _text(node: yaml.Node | None) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else ""
