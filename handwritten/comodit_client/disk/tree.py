"""Reading of a folder of definitions. Other files in it are skipped, and symbolic links are not followed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from comodit_client.disk.handles import DEEPEST
from comodit_client.disk.layout import CONTENTS, DEFINITION, Kind
from comodit_client.disk.names import find_entry
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile

#: The number of bytes of a definition.
LARGEST = 64 << 20
#: The same for what a sync records of all files. It needs up to 3 kB for each.
LARGEST_RECORD = 4 << 30


def document(file: Place, largest: int = LARGEST) -> dict[str, Any]:
    """Read a JSON object, such as a `definition.json`.

    Args:
        file: The file.
        largest: The number of bytes that it may have.

    Returns:
        The object, with its members in their order, unknown members included.

    Raises:
        UnusableFile: The file does not exist, is not a regular file, or does not hold a JSON object. Or the object is
            too large or nested too deep.
    """
    with file.open() as opened:
        try:
            text = opened.read(largest + 1)
        except OSError as error:
            raise UnusableFile(f"Cannot read {str(file)!r}: {error.strerror}") from error
    if len(text) > largest:
        raise UnusableFile(f"Cannot read {str(file)!r}: it is larger than {largest >> 20} MiB, which no such file is")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnusableFile(f"Cannot read {str(file)!r}: it is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnusableFile(
            f"Cannot read {str(file)!r}: it holds a JSON value of type {type(value).__name__}, not an object"
        )
    if is_too_deep(value):
        raise UnusableFile(f"Cannot read {str(file)!r}: its JSON values are nested more than {DEEPEST} deep")
    return value


def is_too_deep(document: dict[str, Any]) -> bool:
    """Return whether a JSON object is nested deeper than all code that works on it supports.

    Args:
        document: The object.

    Returns:
        True if it is.
    """
    level: list[Any] = [document]
    for _ in range(DEEPEST):
        containers = [value.values() if isinstance(value, dict) else value for value in level]
        level = [inner for values in containers for inner in values if isinstance(inner, (dict, list))]
    return bool(level)


def members(owner: Place, kind: Kind) -> Iterator[Place]:
    """Find all entities of a kind, sorted by their file names.

    Args:
        owner: The folder of the owner.
        kind: The kind.

    Yields:
        The folders, or the files if the kind is flat. Folders without a `definition.json` and other files are skipped.

    Raises:
        UnusableFile: A symbolic link is among them, or a folder cannot be read.
    """
    for name in (kind.folder, *kind.also):
        folder = owner / name
        if folder.is_folder():
            yield from _documents(folder) if kind.flat else _with_definition(folder)


def contents(entity: Place, names: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """Find the contents of files of an entity. The folder is listed once.

    Args:
        entity: The folder of the entity.
        names: The names of the files in the definition.

    Yields:
        The name and the local file of each file that has a content.

    Raises:
        UnusableFile: It is a symbolic link, or not a file.
        InvalidName: A name is empty or not a string.
    """
    folder = entity / CONTENTS
    if not folder.is_folder():
        return
    entries = frozenset(folder.names())
    for name in names:
        found = find_entry(name, entries)
        if found is not None and (folder / found).is_file():
            yield name, folder / found


def content(entity: Place, name: str) -> Place | None:
    """Find the content of a file of an entity.

    Args:
        entity: The folder of the entity.
        name: The name of the file in the definition.

    Returns:
        The local file, or None if the file has no content.

    Raises:
        UnusableFile: It is a symbolic link, or not a file.
    """
    return next((found for _, found in contents(entity, [name])), None)


def _documents(folder: Place) -> Iterator[Place]:
    for name in folder.names():
        if name.endswith(".json") and (folder / name).is_file():
            yield folder / name


def _with_definition(folder: Place) -> Iterator[Place]:
    for name in folder.names():
        found = folder / name
        if not found.is_folder():
            continue
        if (found / DEFINITION).is_file():
            yield found
        else:
            yield from _with_definition(found)
