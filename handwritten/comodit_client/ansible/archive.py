"""An exported folder as a tree of entities, for conversion."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.sources import Source
from comodit_client.disk import layout, tree
from comodit_client.disk.kinds import kind_of
from comodit_client.disk.names import file_name
from comodit_client.disk.payloads import in_creation_order
from comodit_client.disk.place import Place
from comodit_client.disk.reading import Found, read
from comodit_client.rest.exceptions import ExportException


@frozen(eq=False)
class Entity:
    """An entity in a folder, with its parts.

    Attributes:
        kind: Its kind.
        name: Its name.
        where: The path of the entity, such as `environments/Prod/hosts/web-1`. Empty for the organization.
        source: Its definition.
        contents: The contents of its files, by the names of the files.
        thumbnail: Its picture, if it has one.
        parts: Its parts, in the order in which they are created, by the folder of their kind.
        singles: The parts that a host has at most one of, by the name of their kind.
        fetched: The contents that are in memory instead of in `contents`, by the names of the files.
    """

    kind: layout.Kind
    name: str
    where: str
    source: Source = field(repr=False)
    contents: Mapping[str, Place] = field(factory=dict, repr=False)
    thumbnail: Place | None = field(default=None, repr=False)
    parts: Mapping[str, tuple[Entity, ...]] = field(factory=dict, repr=False)
    singles: Mapping[str, Source] = field(factory=dict, repr=False)
    fetched: Mapping[str, bytes] = field(factory=dict, repr=False)

    def content(self, name: str) -> bytes | None:
        """Return the content of a file.

        Args:
            name: The name of the file.

        Returns:
            The content. None if it is not known.

        Raises:
            UnusableFile: The local file cannot be read.
        """
        if name in self.fetched:
            return self.fetched[name]
        if name not in self.contents:
            return None
        with self.contents[name].open() as file:
            return file.read()

    def of(self, kind: layout.Kind) -> tuple[Entity, ...]:
        """Return the parts of a kind.

        Args:
            kind: The kind, such as `layout.HOST`.

        Returns:
            The parts; none if it has no such parts.
        """
        return self.parts.get(kind.folder, ())

    def walk(self) -> Iterator[Entity]:
        """Iterate over the entity and everything below it.

        Yields:
            The entities, owners first.
        """
        yield self
        for parts in self.parts.values():
            for part in parts:
                yield from part.walk()


@frozen(eq=False)
class Described:
    """An entity as JSON objects in memory, with its parts.

    Args:
        kind: Its kind.
        document: Its definition.
        parts: Its parts.
        singles: The parts that a host has at most one of.
        fetched: The contents of its files, by the names of the files.
    """

    kind: layout.Kind
    document: Mapping[str, Any] = field(repr=False)
    parts: tuple[Described, ...] = ()
    singles: Mapping[layout.Single, Mapping[str, Any]] = field(factory=dict, repr=False)
    fetched: Mapping[str, bytes] = field(factory=dict, repr=False)


@frozen(eq=False)
class Archive:
    """What a folder holds.

    Attributes:
        tops: The entities at the top: one organization, or any others.
    """

    tops: tuple[Entity, ...]

    @classmethod
    def described(cls, organization: Described) -> Archive:
        """Return the archive of an organization in memory.

        Args:
            organization: The organization.

        Returns:
            The archive, as `read_archive` returns it for an export of the organization.
        """
        return cls((_described(organization, ""),))

    @property
    def organization(self) -> Entity | None:
        """The organization, or None if the folder holds only parts of one."""
        return next((top for top in self.tops if top.kind == layout.ORGANIZATION), None)

    def of(self, kind: layout.Kind) -> tuple[Entity, ...]:
        """Return all entities of a kind, at any depth.

        Args:
            kind: The kind, such as `layout.APPLICATION`.

        Returns:
            The entities, in the order of the folder.
        """
        return tuple(entity for entity in self if entity.kind == kind)

    @property
    def hosts(self) -> tuple[tuple[str, Entity], ...]:
        """All hosts, each after the name of its environment."""
        found = [(env.name, host) for env in self.of(layout.ENVIRONMENT) for host in env.of(layout.HOST)]
        tops = [top for top in self.tops if top.kind == layout.HOST]
        return (*found, *((str(top.source.peek("environment") or ""), top) for top in tops))

    def __iter__(self) -> Iterator[Entity]:
        """Iterate over all entities, owners first."""
        for top in self.tops:
            yield from top.walk()


def read_archive(folder: str | os.PathLike[str]) -> Archive:
    """Read a folder that an export wrote, or a folder with such folders in it.

    Args:
        folder: The folder.

    Returns:
        Its entities.

    Raises:
        ExportException: The folder holds no definition, or entities of the same name.
        ImportException: An entity has no name, occurs twice, or lacks a part.
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    place = Place.at(folder)
    if not place.is_folder():
        raise ExportException(
            f"Cannot convert {str(place)!r}: it does not exist or is not a folder. Export to it first"
        )
    tops = tuple(_entity(read(_kind_of(found), found, with_instances=True), "") for found in _definitions(place))
    if not tops:
        raise ExportException(
            f"Cannot convert {str(place)!r}: it contains no definition.json. Pass a folder that an export wrote"
        )
    seen: dict[tuple[str, str], Entity] = {}
    for top in tops:
        if (top.kind.name, top.name) in seen:
            raise ExportException(
                f"Cannot convert {str(place)!r}: it contains {top.kind.name} {top.name!r} twice. Remove one of the two"
            )
        seen[top.kind.name, top.name] = top
    return Archive(tops)


def _definitions(place: Place) -> Iterator[Place]:
    """Yield the outermost folders with a definition."""
    if (place / layout.DEFINITION).is_file():
        yield place
        return
    for name in place.names():
        if not name.startswith(".") and (place / name).is_folder():
            yield from _definitions(place / name)


def _kind_of(place: Place) -> layout.Kind:
    kind = kind_of(place, tree.document(place / layout.DEFINITION))
    if kind is not None:
        return kind
    raise ExportException(
        f"Cannot convert {str(place)!r}: its definition is none of an organization, environment, host, application, "
        "platform or distribution. Export the whole organization"
    )


def _entity(found: Found, above: str) -> Entity:
    names = found.kind.place(found.document)
    where = _where(found.kind, names, above)
    return Entity(
        found.kind,
        names[-1],
        where,
        Source(found.document, where or "organization"),
        found.contents,
        found.thumbnail,
        {part.kind.folder: tuple(_entity(one, where) for one in part.members.values()) for part in found.parts},
        {one.single.name: _single(one.document, where, one.single) for one in found.singles},
    )


def _described(described: Described, above: str) -> Entity:
    names = described.kind.place(described.document)
    where = _where(described.kind, names, above)
    return Entity(
        described.kind,
        names[-1],
        where,
        Source(described.document, where or "organization"),
        parts={
            kind.folder: tuple(_described(part, where) for part in described.parts if part.kind == kind)
            for kind in in_creation_order(described.kind.parts)
        },
        singles={single.name: _single(one, where, single) for single, one in described.singles.items()},
        fetched=described.fetched,
    )


def _where(kind: layout.Kind, names: tuple[str, ...], above: str) -> str:
    below = (kind.folder, *map(file_name, names)) if kind.folder else ()
    return "/".join(filter(None, (above, *below)))


def _single(document: Mapping[str, Any], where: str, single: layout.Single) -> Source:
    return Source(document, f"{where}/{single.file.removesuffix('.json')}")
