"""Reading of a folder of definitions. Other files in it are skipped, and symbolic links are not followed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comodit_client.disk.layout import CONTENTS, DEFINITION, Kind
from comodit_client.disk.names import find_entry
from comodit_client.rest.exceptions import UnusableFile


def document(file: Path) -> dict[str, Any]:
    """Read a JSON object, such as a `definition.json`.

    Args:
        file: The file.

    Returns:
        The object, with its members in their order, unknown members included.

    Raises:
        UnusableFile: The file does not exist, is a symbolic link, or does not hold a JSON object.
    """
    _no_link(file)
    try:
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise UnusableFile(f"Cannot read {str(file)!r}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UnusableFile(f"Cannot read {str(file)!r}: it is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnusableFile(
            f"Cannot read {str(file)!r}: it holds a JSON value of type {type(value).__name__}, not an object"
        )
    return value


def members(owner: Path, kind: Kind) -> Iterator[Path]:
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
        if is_folder(folder):
            yield from _documents(folder) if kind.flat else _with_definition(folder)


def content(entity: Path, name: str) -> Path | None:
    """Find the content of a file of an entity.

    Args:
        entity: The folder of the entity.
        name: The name of the file in the definition.

    Returns:
        The local file, or None if the file has no content.

    Raises:
        UnusableFile: It is a symbolic link, or not a file.
    """
    folder = entity / CONTENTS
    if not is_folder(folder):
        return None
    found = find_entry(name, entries(folder))
    return None if found is None else regular(folder / found)


def regular(file: Path) -> Path | None:
    """Find a file that may be absent, such as a picture.

    Args:
        file: The file.

    Returns:
        The file, or None if it does not exist.

    Raises:
        UnusableFile: It is a symbolic link, or not a file.
    """
    _no_link(file)
    if not os.path.lexists(file):
        return None
    if not file.is_file():
        raise UnusableFile(f"Cannot read {str(file)!r}: it is not a file")
    return file


def is_folder(folder: Path) -> bool:
    """Return whether a folder exists.

    Args:
        folder: The folder.

    Returns:
        True if it exists; False if there is nothing, or a file.

    Raises:
        UnusableFile: It is a symbolic link.
    """
    _no_link(folder)
    return folder.is_dir()


def entries(folder: Path) -> list[str]:
    """List the entries of a folder.

    Args:
        folder: The folder.

    Returns:
        The names of its entries, sorted.

    Raises:
        UnusableFile: The folder cannot be read.
    """
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        raise UnusableFile(f"Cannot read {str(folder)!r}: {error.strerror}") from error


def _documents(folder: Path) -> Iterator[Path]:
    for name in entries(folder):
        if name.endswith(".json") and regular(folder / name) is not None:
            yield folder / name


def _with_definition(folder: Path) -> Iterator[Path]:
    for name in entries(folder):
        found = folder / name
        if not is_folder(found):
            continue
        if regular(found / DEFINITION) is not None:
            yield found
        else:
            yield from _with_definition(found)


def _no_link(path: Path) -> None:
    if path.is_symlink():
        raise UnusableFile(
            f"Cannot read {str(path)!r}: it is a symbolic link, which may lead out of the folder. Use a copy instead"
        )
