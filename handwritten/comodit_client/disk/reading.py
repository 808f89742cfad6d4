"""Reading of a folder of definitions as a whole, before an import sends its first request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from comodit_client.disk import tree
from comodit_client.disk.layout import APPLICATION_CONTEXT, DEFINITION, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.disk.payloads import in_creation_order, list_member
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ImportException

#: The names that identify a member of a collection.
Names: TypeAlias = tuple[str, ...]


@frozen(eq=False)
class FoundSingle:
    """A part that a host has at most one of.

    Args:
        single: The kind of the part.
        file: Its file.
        document: The content of the file.
    """

    single: Single
    file: Place
    document: Mapping[str, Any]


@frozen(eq=False)
class FoundPart:
    """All entities of one kind that are parts of another entity.

    Args:
        kind: The kind.
        has_folder: Whether there is a folder of that kind. Exports of the original client lack it if it were empty.
        members: The entities, in the order in which they are created.
    """

    kind: Kind
    has_folder: bool
    members: Mapping[Names, Found]


@frozen(eq=False)
class Found:
    """An entity in a folder, with its parts.

    Args:
        kind: Its kind.
        file: The file with its definition.
        document: The definition.
        contents: The contents of its files, by the names of the files. A file without a content has no entry.
        thumbnail: Its picture.
        parts: Its parts, in the order in which they are created.
        singles: The parts that it has at most one of.
    """

    kind: Kind
    file: Place
    document: Mapping[str, Any]
    contents: Mapping[str, Place]
    thumbnail: Place | None
    parts: tuple[FoundPart, ...]
    singles: tuple[FoundSingle, ...]


def read(kind: Kind, place: Place, with_instances: bool) -> Found:
    """Read an entity with its parts.

    Args:
        kind: Its kind.
        place: Its folder, or its file if the kind is flat.
        with_instances: Whether to read the instances of hosts.

    Returns:
        The entity.

    Raises:
        ImportException: An entity has no name, occurs twice, or is missing.
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    file = place if kind.flat else place / DEFINITION
    document = tree.document(file)
    if not all(isinstance(name, str) and name for name in kind.place(document)):
        raise ImportException(
            f"Cannot import {str(file)!r}: it lacks the name of the {kind.name}. Add the name, then import again"
        )
    return Found(
        kind,
        file,
        document,
        dict(_contents(place, document)) if kind.contents else {},
        place / THUMBNAIL if kind.thumbnail and (place / THUMBNAIL).is_file() else None,
        tuple(_part(part, place, document, with_instances) for part in in_creation_order(kind.parts)),
        tuple(_singles(kind, place, document, with_instances)),
    )


def _contents(place: Place, document: Mapping[str, Any]) -> Iterator[tuple[str, Place]]:
    names = [file.get("name") for file in list_member(document, "files")]
    if not all(isinstance(name, str) and name for name in names):
        raise ImportException(
            f"Cannot import {str(place / DEFINITION)!r}: it lists a file without a name. Add the name, then import "
            "again"
        )
    return tree.contents(place, map(str, names))


def _part(kind: Kind, place: Place, owner: Mapping[str, Any], with_instances: bool) -> FoundPart:
    found: dict[Names, Found] = {}
    for path in tree.members(place, kind):
        member = read(kind, path, with_instances)
        names = kind.place(member.document)
        if names in found:
            other = found[names].file if kind.flat else found[names].file.parent
            raise ImportException(
                f"Cannot import {str(path)!r}: {str(other)!r} holds the same {kind.name}. Remove one of them, then "
                "import again"
            )
        found[names] = member
    if kind == APPLICATION_CONTEXT:
        found = _installed(owner, found, place)
    else:
        found = _as_listed(owner.get(kind.folder), found)
    has_folder = any((place / name).is_folder() for name in (kind.folder, *kind.also))
    return FoundPart(kind, has_folder, found)


def _singles(kind: Kind, place: Place, document: Mapping[str, Any], with_instances: bool) -> Iterator[FoundSingle]:
    for single in kind.singles:
        if document.get(single.member) in single.absent or (single == INSTANCE and not with_instances):
            continue
        file = place / single.file
        if file.is_file():
            yield FoundSingle(single, file, tree.document(file))
        elif single != INSTANCE:
            raise ImportException(
                f"Cannot import {str(place)!r}: {single.file} is missing, but {DEFINITION} names a {single.member}. "
                "Export the host again, or remove the name"
            )


def _installed(document: Mapping[str, Any], found: Mapping[Names, Found], place: Place) -> dict[Names, Found]:
    """Return the contexts of the applications that a host names, in the order in which to install them."""
    names = [(name,) for name in _strings(document.get("applications"))]
    missing = [name for (name,) in names if (name,) not in found]
    if missing:
        raise ImportException(
            f"Cannot import {str(place)!r}: {DEFINITION} names {', '.join(missing)}, but its context is missing. "
            "Export the host again, or remove the name"
        )
    return {name: found[name] for name in names}


def _as_listed(names: Any, found: Mapping[Names, Found]) -> dict[Names, Found]:
    """Sort entities in the order in which the owner's definition names them; others come last."""
    rank = {name: number for number, name in enumerate(_strings(names))}
    return dict(sorted(found.items(), key=lambda item: rank.get(item[0][-1], len(rank))))


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
