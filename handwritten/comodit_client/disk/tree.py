"""How a folder of definitions is read: what is no part of it is passed over, and nothing outside it is touched."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comodit_client.disk.layout import CONTENTS, DEFINITION, Kind
from comodit_client.disk.names import found_as
from comodit_client.rest.exceptions import UnusableFile


def document(file: Path) -> dict[str, Any]:
    """Read a JSON object, such as a `definition.json`.

    Args:
        file: The file.

    Returns:
        The object, members in their order, those that nobody knows included.

    Raises:
        UnusableFile: There is no such file, it is a symbolic link, or it holds no JSON object.
    """
    _no_link(file)
    try:
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise UnusableFile(f"{str(file)!r} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UnusableFile(f"{str(file)!r} is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnusableFile(f"{str(file)!r} holds no JSON object, but {type(value).__name__}")
    return value


def members(owner: Path, kind: Kind) -> Iterator[Path]:
    """Find all entities of a kind, in the order of their names.

    Args:
        owner: The folder of the owner.
        kind: The kind.

    Yields:
        The folders, or the files where the kind is flat; folders without a `definition.json` and other files are
        passed over.

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
        name: The name of the file, as the definition has it.

    Returns:
        The local file; None when there is none, as for a file that never had a content.

    Raises:
        UnusableFile: It is a symbolic link, or no file.
    """
    folder = entity / CONTENTS
    if not is_folder(folder):
        return None
    found = found_as(name, entries(folder))
    return None if found is None else regular(folder / found)


def regular(file: Path) -> Path | None:
    """Find a file that may be absent, such as a picture.

    Args:
        file: The file.

    Returns:
        The file; None when there is none.

    Raises:
        UnusableFile: It is a symbolic link, or no file.
    """
    _no_link(file)
    if not os.path.lexists(file):
        return None
    if not file.is_file():
        raise UnusableFile(f"{str(file)!r} is no file")
    return file


def is_folder(folder: Path) -> bool:
    """Tell whether there is a folder.

    Args:
        folder: The folder.

    Returns:
        True when there is; False when there is nothing, or a file.

    Raises:
        UnusableFile: It is a symbolic link.
    """
    _no_link(folder)
    return folder.is_dir()


def entries(folder: Path) -> list[str]:
    """List a folder.

    Args:
        folder: The folder.

    Returns:
        The names of what is in it, in order.

    Raises:
        UnusableFile: It cannot be read.
    """
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        raise UnusableFile(f"{str(folder)!r} cannot be read: {error.strerror}") from error


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
        raise UnusableFile(f"{str(path)!r} is a symbolic link: it may lead out of the folder, so it is not followed")
