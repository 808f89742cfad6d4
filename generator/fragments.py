"""Reads the files of schema/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import Factory, frozen

from generator.errors import SchemaError
from generator.grammar import FRAGMENT, FRONT
from generator.strict_yaml import read
from generator.violations import findings

Document = dict[str, Any]


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

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.module}.yaml"


def read_front(file: Path) -> Document:
    """Read `openapi.yaml`, which holds the shared parts.

    Args:
        file: The file.

    Returns:
        Its content.

    Raises:
        SchemaError: The file cannot be read, or has a key or a value that is not supported.
    """
    content = read(file)
    found = findings(file.name, content, FRONT)
    if found:
        raise SchemaError(found)
    return content


def read_fragment(file: Path) -> Fragment:
    """Read a fragment.

    Args:
        file: The file.

    Returns:
        The parts that it adds to the document.

    Raises:
        SchemaError: The file cannot be read, or has a key or a value that is not supported.
    """
    content = read(file)
    found = findings(file.name, content, FRAGMENT)
    if content.get("paths") and not content.keys() & {"tag", "x-mounts"}:
        found.append(f"{file.name}: the paths have neither a tag nor x-mounts: add one of them")
    if found:
        raise SchemaError(found)
    return Fragment(
        file.stem,
        content.get("tag"),
        content.get("paths", {}),
        content.get("components", {}).get("schemas", {}),
        content.get("x-mounts", []),
    )
