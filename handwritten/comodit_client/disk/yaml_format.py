"""YAML whose plain values are those of JSON."""

from __future__ import annotations

import re
from typing import Any

import yaml

#: The tags of plain values, their patterns, and the characters that they begin with. All of them are values of YAML 1.1
#: too, so that texts which other programs write are read as they were meant.
PLAIN = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(0|[1-9][0-9]*)\.[0-9]*([eE][-+][0-9]+)?", list("-+0123456789")),
)


class Loader(yaml.SafeLoader):
    """Reads YAML without dates, octal numbers, and booleans such as `on`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's attribute


class Dumper(yaml.SafeDumper):
    """Writes values so that both this loader and others read them as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their names, as most people write them.

        Args:
            flow: Whether the list is written on one line.
            indentless: Ignored.
        """
        super().increase_indent(flow, False)


def to_yaml(value: Any) -> str:
    """Return a JSON value as YAML.

    Args:
        value: The value.
    """
    text: str = yaml.dump(
        value, Dumper=Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=100
    )
    return text


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Texts with several lines are edited more easily as they are. PyYAML replaces NEL, which YAML 1.1 takes for a line
    # end, by blanks unless it is escaped.
    style = '"' if "\x85" in text else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


for _tag, _pattern, _first in PLAIN:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)
Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("<<$"), ["<"])
Dumper.add_representer(str, _write_text)
Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]
