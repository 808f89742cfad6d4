"""Reads a file of schema/ strictly: every key is text, no key is given twice, and every part is used."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml
from attrs import Factory, frozen

from generator.errors import SchemaError

Document = dict[str, Any]
PARTS = frozenset({"tag", "paths", "components", "x-mounts"})
MOUNT = frozenset({"tag", "owner", "of"})


@frozen
class Fragment:
    """The parts that one file adds to the document.

    Args:
        module: The module of the schemas, which is the file's name.
        tag: The resource that the paths belong to; None if they exist below several owners.
        paths: The paths.
        schemas: The schemas by their names.
        mounts: The owners that the paths are repeated for.
    """

    module: str
    tag: Document | None = None
    paths: Document = Factory(dict)
    schemas: Document = Factory(dict)
    mounts: list[Document] = Factory(list)


def read(file: Path) -> Document:
    """Read a YAML file.

    Args:
        file: The file.

    Returns:
        The mapping that it holds.

    Raises:
        SchemaError: The file does not exist or is not a YAML mapping, or a key is not text or is given twice.
    """
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise SchemaError([f"{file.name}: the file does not exist in {file.parent}: create it"]) from None
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f"{error.problem_mark.line + 1}:"
        raise SchemaError([f"{file.name}:{line} {error.problem}"]) from error
    if not isinstance(content, dict):
        raise SchemaError([f"{file.name}: the file is not a YAML mapping: write `key: value` lines"])
    return content


def read_fragment(file: Path) -> Fragment:
    """Read a fragment.

    Args:
        file: The file.

    Returns:
        The parts that it adds to the document.

    Raises:
        SchemaError: The file has an unknown part, or lacks a required one.
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
    findings = [f"unknown part {part!r}: use {', '.join(sorted(PARTS))}" for part in sorted(content.keys() - PARTS)]
    tag, paths, components = (content.get(part, {}) for part in ("tag", "paths", "components"))
    if not (isinstance(paths, dict) and all(isinstance(item, dict) for item in paths.values())):
        findings.append("paths is not a mapping of paths to operations: write `/path/: {get: …}`")
    if not (isinstance(components, dict) and isinstance(components.get("schemas", {}), dict)):
        findings.append("components is not a mapping of schemas: write `components: {schemas: {…}}`")
    elif components.keys() - {"schemas"}:
        findings.append("components may only hold schemas: move shared parts to openapi.yaml")
    if "tag" in content and not (isinstance(tag, dict) and {"name", "description"} <= tag.keys()):
        findings.append("the tag has no name or no description: add it")
    if paths and "tag" not in content and "x-mounts" not in content:
        findings.append("the paths have neither a tag nor x-mounts: add one of them")
    for mount in content.get("x-mounts", []):
        if not (isinstance(mount, dict) and mount.keys() >= MOUNT):
            findings.append(f"a mount must have {', '.join(sorted(MOUNT))}: complete {mount}")
    return findings


class _StrictLoader(yaml.SafeLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                shown = key_node.value if isinstance(key_node, yaml.ScalarNode) else key
                problem = f"the key {shown} is not text: put quotes around it"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} is given twice: remove one of the two", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)

    def construct_date(self, node: yaml.ScalarNode) -> str:
        # An example such as 2020-01-31 stays text: JSON has no dates.
        return str(node.value)


_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _StrictLoader.construct_date)
