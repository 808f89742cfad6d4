"""The files that the document of an entity becomes: its definition, the contents of its files, and its picture."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from comodit_client.disk.desired_places import mistake
from comodit_client.disk.desired_values import Document
from comodit_client.disk.layout import CONTENTS, THUMBNAIL
from comodit_client.disk.names import file_names
from comodit_client.disk.place import Place

#: The members of a file that give its content, and that of an entity that names its picture.
CONTENT, SOURCE, PICTURE = "content", "source", "thumbnail"


def write(document: Document, file: Path) -> None:
    """Write the files of an entity.

    Args:
        document: The document.
        file: The file for its definition. Contents and picture are written beside it.

    Raises:
        UnusableFile: The definition, a content or the picture is given twice, or cannot be read.
    """
    if file.exists():
        raise mistake(document, "the entity is defined twice. Remove this document, or the file in its place")
    members = {name: value for name, value in document.members.items() if name not in ("kind", PICTURE)}
    file.parent.mkdir(parents=True, exist_ok=True)
    _write_contents(document, file.parent / CONTENTS)
    picture = document.members.get(PICTURE)
    if picture is not None:
        _copy(document, picture, file.parent / THUMBNAIL)
    if isinstance(members.get("files"), list):
        members["files"] = [_without_content(entry) for entry in members["files"]]
    if isinstance(members.get("settings"), dict):
        members["settings"] = [{"key": key, "value": value} for key, value in members["settings"].items()]
    write_json(members, file)
    document.written = file


def write_json(members: dict[str, Any], file: Path) -> None:
    """Write a definition.

    Args:
        members: The JSON object.
        file: The file.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(members, indent=4), encoding="ascii")


def copy(source: Place, target: Path) -> None:
    """Copy a file.

    Args:
        source: The file.
        target: The copy, which must not exist.

    Raises:
        UnusableFile: The file cannot be read, or is a symbolic link.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open() as opened, target.open("xb") as copied:
        shutil.copyfileobj(opened, copied)


def has_contents(document: Document) -> bool:
    """Return whether a document has contents of files.

    Args:
        document: The document.

    Returns:
        True if one of its files has a content or a source.
    """
    return any(True for _ in _entries(document))


def _entries(document: Document) -> Iterator[dict[str, Any]]:
    files = document.members.get("files")
    for entry in files if isinstance(files, list) else []:
        if isinstance(entry, dict) and not entry.keys().isdisjoint((CONTENT, SOURCE)):
            yield entry


def _write_contents(document: Document, folder: Path) -> None:
    entries = list(_entries(document))
    names = [entry.get("name") for entry in entries]
    if not all(isinstance(name, str) and name for name in names):
        raise mistake(document, "a file with a content has no name. Add the name as text")
    written = file_names(map(str, names))
    for entry in entries:
        target = folder / written[entry["name"]]
        if target.exists() or {CONTENT, SOURCE} <= entry.keys():
            raise mistake(document, f"the file {entry['name']!r} has two contents. Remove one of them")
        if SOURCE in entry:
            _copy(document, entry[SOURCE], target)
        elif isinstance(entry[CONTENT], str):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(entry[CONTENT].encode())
        else:
            raise mistake(document, f"the content of the file {entry['name']!r} is not text. Put quotes around it")


def _copy(document: Document, path: Any, target: Path) -> None:
    if not isinstance(path, str) or not path:
        raise mistake(document, "the path of a file is not a text. Write it relative to the YAML file")
    if target.exists():
        raise mistake(document, f"{target.name!r} is there already, beside the document. Remove one of them")
    parts = list(document.file.parent.parts)
    for part in PurePosixPath(path).parts:
        if part == "/" or (part == ".." and not parts):
            raise mistake(document, f"the path {path!r} leads out of the folder. Write one relative to the YAML file")
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    copy(Place(document.file.top, tuple(parts)), target)


def _without_content(entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    return {name: value for name, value in entry.items() if name not in (CONTENT, SOURCE)}
