"""Reads the files of the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
        folder: The name of their folder, for messages.
    """

    index: Document
    groups: dict[str, Document]
    folder: str = "cli"


def read_sources(folder: Path) -> Sources:
    """Read the files.

    Args:
        folder: Their folder.

    Returns:
        Their content.

    Raises:
        SchemaError: A file cannot be read, has a key or a value that is not supported, or belongs to no group.
    """
    with located_in(folder):
        index = _checked(folder / INDEX_FILE, INDEX)
        files = {file.stem: file for file in sorted(folder.glob("*.yaml")) if file.name != INDEX_FILE}
        groups = index["groups"]
        found = [f"{INDEX_FILE}: groups: {name} has no file: write {name}.yaml" for name in groups if name not in files]
        found += [f"{name}.yaml: {INDEX_FILE} does not list this group: add it" for name in files if name not in groups]
        if found:
            raise SchemaError(found)
        return Sources(index, {name: _checked(files[name], COMMANDS) for name in groups}, folder.name)


def file_of(sources: Sources, words: tuple[str, ...]) -> str:
    """Return the file that describes a command, for messages.

    Args:
        sources: The files.
        words: The words of the command.
    """
    name = f"{words[0]}.yaml" if words[0] in sources.groups else INDEX_FILE
    return f"{sources.folder}/{name}"


@contextmanager
def located_in(folder: Path) -> Iterator[None]:
    """Add the name of a folder to the files in the findings of a SchemaError.

    Args:
        folder: The folder.

    Yields:
        Once, to run the block.

    Raises:
        SchemaError: The block raised it.
    """
    try:
        yield
    except SchemaError as error:
        raise SchemaError(f"{folder.name}/{finding}" for finding in error.findings) from error


def _checked(file: Path, rules: Document) -> Document:
    content = read(file)
    found = findings(file.name, content, rules)
    if found:
        raise SchemaError(found)
    return content
