"""YAML as ansible-lint wants it, with the values of definitions safe from Ansible's own templating."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from comodit_client._extras import extra
from comodit_client.ansible.texts import comment as as_comment

with extra("ansible"):
    import yaml

#: What Ansible would take for a template in a value.
_TEMPLATE = re.compile(r"\{[{%#]")
#: Characters of text that a YAML block cannot hold unchanged.
_UNFIT = re.compile(r"[^\n\x20-\x7e\xa0-\ud7ff]|[ \t]\n|\A[ \n]|[ \t]\Z")


class Unsafe(str):
    """A text that Ansible must not template, though it has the form of a template."""

    __slots__ = ()


def literal(value: Any) -> Any:
    """Mark the texts in a value that Ansible must not template.

    Args:
        value: The value of a setting or of another member of a definition: any JSON value.

    Returns:
        The same value, with `Unsafe` texts where necessary.
    """
    if isinstance(value, str):
        return Unsafe(value) if _TEMPLATE.search(value) else value
    if isinstance(value, list):
        return [literal(item) for item in value]
    if isinstance(value, Mapping):
        return {name: literal(item) for name, item in value.items()}
    return value


def dump(document: Any, comment: str = "") -> str:
    """Write a YAML document.

    Args:
        document: The document: JSON values, in which texts may be `Unsafe`.
        comment: Lines to write above it as a comment.

    Returns:
        The text, with `---` above it.
    """
    body = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=140, default_flow_style=False, indent=2
    )
    return f"---\n{as_comment(comment)}{body}"


class _Dumper(yaml.SafeDumper):
    """Indents the elements of lists, as ansible-lint wants it, and writes no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value and not _UNFIT.search(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _unsafe(dumper: yaml.SafeDumper, value: Unsafe) -> yaml.ScalarNode:
    return dumper.represent_scalar("!unsafe", str(value), style='"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Unsafe, _unsafe)
