"""Finds the lines of the parts of a YAML or JSON file."""

from __future__ import annotations

from typing import Any

import yaml

from generator.places import Place

#: The loader of libyaml: the one in Python takes five times as long.
LOADER: Any = yaml.CSafeLoader


def compose(text: str) -> yaml.Node | None:
    """Return the nodes of a file, which know their lines. None if the file cannot be read as YAML.

    Args:
        text: The content of the file.
    """
    try:
        # JSON may be indented with tabs, and YAML may not.
        node: yaml.Node | None = yaml.compose(text.expandtabs(1), LOADER)
    except yaml.YAMLError:
        return None
    return node


def line_of(root: yaml.Node | None, path: Place) -> int:
    """Return the line of a part: that of its key, or of the nearest part above it.

    Args:
        root: The nodes of the file.
        path: The keys and indexes that lead to the part.
    """
    node, line = root, 1
    for key in path:
        found = child(node, key)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def child(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the node of a key or an item, and the node of its value. None if there is none.

    Args:
        node: A mapping or a list.
        key: The key or the index.
    """
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        return node.value[key], node.value[key]
    return None


def descend(node: yaml.Node | None, *path: str | int) -> yaml.Node | None:
    """Return the node that a path leads to, or None.

    Args:
        node: The node to start from.
        path: The keys and indexes.
    """
    for key in path:
        found = child(node, key)
        node = None if found is None else found[1]
    return node
