"""Reads the files of the command line."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from generator.cli.grammar import COMMANDS, INDEX
from generator.errors import SchemaError
from generator.fragments import Document
from generator.strict_yaml import read
from generator.violations import findings

INDEX_FILE = "index.yaml"


@frozen
class Sources:
    """The content of the files.

    Args:
        index: The content of the index.
        groups: The content of each other file, by its group.
    """

    index: Document
    groups: dict[str, Document]


def read_sources(folder: Path) -> Sources:
    """Read the files.

    Args:
        folder: Their folder.

    Returns:
        Their content.

    Raises:
        SchemaError: A file cannot be read, has a key or a value that is not supported, or belongs to no group.
    """
    index = _checked(folder / INDEX_FILE, INDEX)
    files = {file.stem: file for file in sorted(folder.glob("*.yaml")) if file.name != INDEX_FILE}
    found = [
        f"{INDEX_FILE}: groups: {name} has no file: write {name}.yaml" for name in index["groups"] if name not in files
    ]
    found += [
        f"{name}.yaml: {INDEX_FILE} does not list this group: add it" for name in files if name not in index["groups"]
    ]
    if found:
        raise SchemaError(found)
    return Sources(index, {name: _checked(files[name], COMMANDS) for name in index["groups"]})


def _checked(file: Path, rules: Document) -> Document:
    content = read(file)
    found = findings(file.name, content, rules)
    if found:
        raise SchemaError(found)
    return content
