"""Reads a file of schema/: YAML whose keys are texts, each given once, and whose parts all have a use."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SchemaError

Document = dict[str, Any]
PARTS = frozenset({"tag", "paths", "components", "x-mounts"})
MOUNT = frozenset({"tag", "owner", "of"})


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one file adds to the document.

    Args:
        module: The module that its schemas go to: the file's name.
        tag: The resource that its paths belong to; none for a family that several owners have.
        paths: Its paths.
        schemas: Its schemas.
        mounts: The owners of its paths.
    """

    module: str
    tag: Document | None = None
    paths: Document = field(default_factory=dict)
    schemas: Document = field(default_factory=dict)
    mounts: list[Document] = field(default_factory=list)


def read(file: Path) -> Document:
    """Read a YAML file.

    Args:
        file: The file.

    Returns:
        Its mapping.

    Raises:
        SchemaError: It is not there, is no YAML mapping, or has a key twice or one that is no text.
    """
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise SchemaError([f"{file.name}: the schema folder has no such file"]) from None
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f"{error.problem_mark.line + 1}:"
        raise SchemaError([f"{file.name}:{line} {error.problem}"]) from error
    if not isinstance(content, dict):
        raise SchemaError([f"{file.name}: not a YAML mapping"])
    return content


def read_fragment(file: Path) -> Fragment:
    """Read a fragment.

    Args:
        file: The file.

    Returns:
        What it adds to the document.

    Raises:
        SchemaError: It has a part that would be lost, or lacks one.
    """
    content = read(file)
    findings = [f"{file.name}: {text}" for text in _misshapen(content)]
    if findings:
        raise SchemaError(findings)
    return Fragment(
        file.stem,
        content.get("tag"),
        content.get("paths", {}),
        content.get("components", {}).get("schemas", {}),
        content.get("x-mounts", []),
    )


def _misshapen(content: Document) -> list[str]:
    findings = [f"{part!r} is no part of a fragment" for part in sorted(content.keys() - PARTS)]
    tag, paths, components = (content.get(part, {}) for part in ("tag", "paths", "components"))
    if not (isinstance(paths, dict) and all(isinstance(item, dict) for item in paths.values())):
        findings.append("paths is no mapping of paths to their operations")
    if not (isinstance(components, dict) and isinstance(components.get("schemas", {}), dict)):
        findings.append("components is no mapping that holds schemas")
    elif components.keys() - {"schemas"}:
        findings.append("components may hold schemas only: what is shared by all stands in openapi.yaml")
    if "tag" in content and not (isinstance(tag, dict) and {"name", "description"} <= tag.keys()):
        findings.append("the tag lacks its name or description")
    if paths and "tag" not in content and "x-mounts" not in content:
        findings.append("its paths have no tag, and no x-mounts")
    for mount in content.get("x-mounts", []):
        if not (isinstance(mount, dict) and mount.keys() >= MOUNT):
            findings.append(f"a mount lacks one of {', '.join(sorted(MOUNT))}: {mount}")
    return findings


class _StrictLoader(yaml.SafeLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                shown = key_node.value if isinstance(key_node, yaml.ScalarNode) else key
                problem = f"the key {shown} is no text: put quotes around it"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key!r} is given twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)

    def construct_date(self, node: yaml.ScalarNode) -> str:
        # An example such as 2020-01-31 is a text: JSON has no dates.
        return str(node.value)


_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _StrictLoader.construct_date)
