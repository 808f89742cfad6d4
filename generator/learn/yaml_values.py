"""Writes values as YAML in the style of the files in schema/."""

from __future__ import annotations

import textwrap
from typing import Any

import yaml

WIDTH = 120


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)  # the items of a list stand below its key, indented

    def check_simple_key(self) -> bool:
        # The templates of paths are longer than the keys that PyYAML writes without `?`.
        is_simple: bool = super().check_simple_key()
        return is_simple or (isinstance(self.event, yaml.ScalarEvent) and "\n" not in self.event.value)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_block(value: Any, indent: int) -> str:
    """Return a mapping or a list as lines in block style.

    Args:
        value: The value. Parts without a description are written in flow style where that is usual.
        indent: The number of spaces before each line.

    Returns:
        The lines, each with its newline.
    """
    node: Any = _Dumper("", sort_keys=False).represent_data(value)  # type: ignore[arg-type]
    _set_styles(node)
    node.flow_style = False
    text: str = yaml.serialize(node, Dumper=_Dumper, width=WIDTH - indent, allow_unicode=True)
    return textwrap.indent(text, " " * indent)


def as_flow(value: Any, indent: int = 0) -> str:
    """Return a value in flow style.

    Args:
        value: The value.
        indent: The number of spaces before further lines, if it needs them.

    Returns:
        The text, without a newline at its end.
    """
    text = yaml.dump(
        [value], Dumper=_Dumper, default_flow_style=True, sort_keys=False, width=WIDTH - indent, allow_unicode=True
    )
    return text.strip()[1:-1].replace("\n", "\n" + " " * indent)


def _set_styles(node: yaml.Node, key: str = "") -> None:
    if isinstance(node, yaml.SequenceNode):
        node.flow_style = key == "examples" or all(isinstance(item, yaml.ScalarNode) for item in node.value)
        for item in node.value if not node.flow_style else ():
            _set_styles(item)
            item.flow_style = False
    elif isinstance(node, yaml.MappingNode):
        names = [name.value for name, _ in node.value]
        scalars = all(isinstance(value, yaml.ScalarNode) for _, value in node.value)
        node.flow_style = scalars and "description" not in names
        for name, value in node.value:
            _set_styles(value, name.value)
