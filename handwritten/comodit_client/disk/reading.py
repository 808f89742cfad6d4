"""A folder of definitions is read as a whole, before anything is asked of the server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.layout import APPLICATION_CONTEXT, DEFINITION, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.disk.payloads import in_order, list_member
from comodit_client.rest.exceptions import ImportException

#: The names that tell one member of a collection from the others.
Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FoundSingle:
    """What a host has one of.

    Args:
        single: What it is.
        file: Its file.
        document: What that holds.
    """

    single: Single
    file: Path
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class FoundPart:
    """All entities of a kind that hang on another.

    Args:
        kind: The kind.
        told: Whether the folder says anything of the kind; older exports hold no folder where there was nothing.
        members: The entities, in the order in which they are created.
    """

    kind: Kind
    told: bool
    members: Mapping[Names, Found]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An entity as a folder holds it, with what hangs on it.

    Args:
        kind: Its kind.
        file: The file with its definition.
        document: The definition.
        contents: The contents of its files, by the names of those; none where none was ever uploaded.
        thumbnail: Its picture.
        parts: What hangs on it, in the order in which it is created.
        singles: What it has one of.
    """

    kind: Kind
    file: Path
    document: Mapping[str, Any]
    contents: Mapping[str, Path]
    thumbnail: Path | None
    parts: tuple[FoundPart, ...]
    singles: tuple[FoundSingle, ...]


def read(kind: Kind, place: Path, with_instances: bool) -> Found:
    """Read an entity with what hangs on it.

    Args:
        kind: Its kind.
        place: Its folder, or its file where the kind is flat.
        with_instances: Whether to read the instances of hosts.

    Returns:
        What is in the folder.

    Raises:
        ImportException: Something has no name, is there twice, or is missing.
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    file = place if kind.flat else place / DEFINITION
    document = tree.document(file)
    if not all(isinstance(name, str) and name for name in kind.place(document)):
        raise ImportException(f"{str(place)!r} does not say the name of its {kind.name}")
    return Found(
        kind,
        file,
        document,
        dict(_contents(place, document)) if kind.contents else {},
        tree.regular(place / THUMBNAIL) if kind.thumbnail else None,
        tuple(_part(part, place, document, with_instances) for part in in_order(kind.parts)),
        tuple(_singles(kind, place, document, with_instances)),
    )


def _contents(place: Path, document: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
    for file in list_member(document, "files"):
        name = file.get("name")
        if not isinstance(name, str) or not name:
            raise ImportException(f"{str(place / DEFINITION)!r} lists a file that has no name")
        found = tree.content(place, name)
        if found is not None:
            yield name, found


def _part(kind: Kind, place: Path, owner: Mapping[str, Any], with_instances: bool) -> FoundPart:
    found: dict[Names, Found] = {}
    for path in tree.members(place, kind):
        member = read(kind, path, with_instances)
        names = kind.place(member.document)
        if names in found:
            other = found[names].file if kind.flat else found[names].file.parent
            raise ImportException(f"{str(other)!r} and {str(path)!r} hold the same {kind.name}")
        found[names] = member
    if kind == APPLICATION_CONTEXT:
        found = _installed(owner, found, place)
    else:
        found = _as_listed(owner.get(kind.folder), found)
    told = any(tree.is_folder(place / name) for name in (kind.folder, *kind.also))
    return FoundPart(kind, told, found)


def _singles(kind: Kind, place: Path, document: Mapping[str, Any], with_instances: bool) -> Iterator[FoundSingle]:
    for single in kind.singles:
        if document.get(single.member) in single.absent or (single == INSTANCE and not with_instances):
            continue
        file = tree.regular(place / single.file)
        if file is not None:
            yield FoundSingle(single, file, tree.document(file))
        elif single != INSTANCE:
            raise ImportException(
                f"{str(place / single.file)!r} is missing, but {str(place / DEFINITION)!r} tells of it"
            )


def _installed(document: Mapping[str, Any], found: Mapping[Names, Found], place: Path) -> dict[Names, Found]:
    """The contexts of those applications that a host's definition names, in its order: they are installed in that."""
    names = [(name,) for name in _texts(document.get("applications"))]
    missing = [name for (name,) in names if (name,) not in found]
    if missing:
        raise ImportException(f"{str(place)!r} holds no context of {', '.join(missing)}, but its definition names it")
    return {name: found[name] for name in names}


def _as_listed(names: Any, found: Mapping[Names, Found]) -> dict[Names, Found]:
    """What was found, in the order in which the owner's definition names it; what that does not name is last."""
    rank = {name: number for number, name in enumerate(_texts(names))}
    return dict(sorted(found.items(), key=lambda item: rank.get(item[0][-1], len(rank))))


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
