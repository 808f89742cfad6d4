"""Reading of a folder of definitions as a desired state, which may name the contexts of hosts in their definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from comodit_client.disk import tree
from comodit_client.disk.embedded import without_copies
from comodit_client.disk.kinds import kind_of
from comodit_client.disk.layout import (
    APPLICATION,
    APPLICATION_CONTEXT,
    DEFINITION,
    DISTRIBUTION,
    DISTRIBUTION_CONTEXT,
    ENVIRONMENT,
    HOST,
    ORGANIZATION,
    PLATFORM,
    PLATFORM_CONTEXT,
    Kind,
    Single,
)
from comodit_client.disk.names import file_name
from comodit_client.disk.payloads import list_member, with_organization
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item, scan
from comodit_client.disk.target import Entry, State, entry_of
from comodit_client.rest.exceptions import ImportException

#: The contexts that a host has at most one of.
SINGLES = (PLATFORM_CONTEXT, DISTRIBUTION_CONTEXT)
#: The kinds that can be planned without their organization.
ALONE = (ENVIRONMENT, APPLICATION, PLATFORM, DISTRIBUTION)


@frozen
class Goal:
    """The desired state of an entity.

    Args:
        kind: Its kind.
        name: Its name.
        organization: The name of its organization; its own name for an organization.
        items: The files of the folder, as they are.
        state: The files, with the contexts that definitions of hosts name.
        absent: The names of the files of contexts that a definition sets to null.
        left_out: What the folder holds without effect, each with the reason.
    """

    kind: Kind
    name: str
    organization: str
    items: Mapping[str, Item] = field(repr=False)
    state: State = field(repr=False)
    absent: frozenset[str]
    left_out: list[str]


def read_goal(folder: Place) -> Goal:
    """Read a folder.

    Args:
        folder: The folder.

    Returns:
        The desired state.

    Raises:
        ImportException: The kind is unknown, a name is missing, two files define the same entity, or a host names
            another platform or distribution than its context.
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    document = tree.document(folder / DEFINITION)
    name = document.get("name")
    if not isinstance(name, str) or not name:
        raise ImportException(f"Cannot plan {str(folder / DEFINITION)!r}: it lacks a name. Add it, then plan again")
    kind = _kind_of(folder, document)
    organization = name if kind == ORGANIZATION else document["organization"]
    items = scan(folder, kind, unique=True)
    reader = _Reader(items, organization)
    problems = sorted(reader.problems)
    if problems:
        raise ImportException(f"Nothing was planned: {'; '.join(problems)}", problems=problems)
    return Goal(kind, name, organization, items, reader.state, frozenset(reader.absent), sorted(reader.left_out))


def _kind_of(folder: Place, document: Mapping[str, Any]) -> Kind:
    if document.get("organization") is None:
        return ORGANIZATION
    kind = kind_of(folder, document)
    if kind in ALONE:
        return kind
    raise ImportException(
        f"Cannot plan {str(folder / DEFINITION)!r}: it is not the definition of an organization, environment, "
        "application, platform or distribution. Plan the folder of the organization instead"
    )


class _Reader:
    """The desired files, with the contexts that hosts name."""

    def __init__(self, items: Mapping[str, Item], organization: str) -> None:
        self.problems: list[str] = []
        self.left_out: list[str] = []
        self._items = items
        self.absent: set[str] = set()
        self.state: State = {}
        for key, item in items.items():
            if item.is_local_only:
                continue
            entry = entry_of(item)
            if entry.document is not None:
                self._check_parts(key, item, entry.document)
                document = with_organization(entry.kind, entry.document, organization)
                entry = evolve(entry, document=without_copies(entry.kind, document))
            self.state[key] = entry
        for key, item in items.items():
            if item.kind == HOST and item.document is not None:
                self._add_contexts(key, item.document)

    def _check_parts(self, key: str, item: Item, document: Mapping[str, Any]) -> None:
        # The parameters of a webhook are a plain list.
        files = (("files", "name"), ("parameters", "name")) if getattr(item.kind, "contents", False) else ()
        for member, name in (*files, ("settings", "key")):
            found = [part.get(name) for part in list_member(document, member)]
            if not all(isinstance(text, str) and text for text in found):
                self.problems.append(f"{self._shown(key)} has an item of {member} without a {name}")
            elif len(set(found)) < len(found):
                self.problems.append(f"{self._shown(key)} has two items of {member} with the same {name}")

    def _add_contexts(self, key: str, host: Mapping[str, Any]) -> None:
        place = key.removesuffix(DEFINITION)
        named = host.get("applications")
        if isinstance(named, list):
            self._add_applications(key, place, [name for name in named if isinstance(name, str) and name])
        for single in SINGLES:
            if single.member in host:
                self._add_single(key, f"{place}{single.file}", single, host[single.member])

    def _add_applications(self, key: str, place: str, named: list[str]) -> None:
        wanted = {f"{place}{APPLICATION_CONTEXT.folder}/{file_name(name)}.json": name for name in named}
        for context in self._contexts_of(key):
            if context not in wanted:
                self._drop(context, key)
        for context, name in wanted.items():
            if context not in self.state:
                names = (*self.state[key].names[:-1], APPLICATION_CONTEXT.folder, name)
                self.state[context] = Entry(names, APPLICATION_CONTEXT.name, key, {"application": name})

    def _contexts_of(self, owner: str) -> Iterator[str]:
        yield from [
            key for key, entry in self.state.items() if entry.owner == owner and entry.kind == APPLICATION_CONTEXT.name
        ]

    def _add_single(self, key: str, context: str, single: Single, name: Any) -> None:
        present = self.state.get(context)
        if name in single.absent:
            if present is not None:
                self._drop(context, key)
            self.absent.add(context)
        elif present is None:
            names = (*self.state[key].names[:-1], single.file)
            self.state[context] = Entry(names, single.name, key, {single.member: name})
        elif (present.document or {}).get(single.member) != name:
            files = f"{self._shown(key)} and {self._shown(context)}"
            self.problems.append(f"{files} name different values of {single.member}; make them agree")

    def _drop(self, context: str, host: str) -> None:
        del self.state[context]
        self.left_out.append(f"{self._shown(context)}: {self._shown(host)} does not name it")

    def _shown(self, key: str) -> str:
        return str(self._items[key].file)
