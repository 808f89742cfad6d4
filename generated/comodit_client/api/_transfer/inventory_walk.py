# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/inventory_walk.py.
# Do not edit: change that, then run `make generate`.
"""The reading of what an inventory needs: definitions, hosts, their contexts and their instances."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import define, field

from comodit_client.api._transfer.export_walk import collection_of
from comodit_client.disk.layout import (
    APPLICATION,
    APPLICATION_CONTEXT,
    DISTRIBUTION,
    ENVIRONMENT,
    HOST,
    HOST_GROUP,
    ORGANIZATION,
    PLATFORM,
    Kind,
    Single,
)
from comodit_client.rest.exceptions import EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Archive, Described
    from comodit_client.api.entity import Entity
    from comodit_client.api.organization import Organization
    from comodit_client.rest._sync_io import WorkerPool

#: The parts of each kind that an inventory needs.
_PARTS: dict[Kind, tuple[Kind, ...]] = {
    ORGANIZATION: (APPLICATION, DISTRIBUTION, PLATFORM, HOST_GROUP, ENVIRONMENT),
    ENVIRONMENT: (HOST,),
    HOST: (APPLICATION_CONTEXT,),
}


@define(eq=False)
class _Read:
    """An entity that was read, with its parts."""

    kind: Kind
    entity: Entity
    parts: dict[Kind, list[_Read]] = field(factory=dict)
    singles: dict[Single, dict[str, Any]] = field(factory=dict)
    fetched: dict[str, bytes] = field(factory=dict)

    def described(self) -> Described:
        from comodit_client.ansible.archive import Described

        parts = tuple(part.described() for kind in self.kind.parts for part in self.parts.get(kind, ()))
        return Described(self.kind, self.entity.get_json(), parts, self.singles, self.fetched)


class InventoryWalk:
    """One reading of an organization.

    Args:
        pool: The pool that runs the requests.
        organization: The organization.
    """

    def __init__(self, pool: WorkerPool, organization: Organization) -> None:
        self._pool = pool
        self._organization = organization

    def read(self) -> Archive:
        """Read the organization.

        Returns:
            Its definitions. Only those contents of files are read that decide who uses a setting.

        Raises:
            PythonApiException: A request failed.
        """
        from comodit_client.ansible.archive import Archive
        from comodit_client.ansible.inventory.usage import needed_contents

        top = _Read(ORGANIZATION, self._organization.client.organizations().get(self._organization.name))
        self._add_parts(top)
        self._pool.run()
        archive = Archive.described(top.described())
        definitions = {
            (kind, one.entity.get_json().get("name")): one
            for kind in (APPLICATION, DISTRIBUTION, PLATFORM)
            for one in top.parts.get(kind, ())
        }
        needed = needed_contents(archive)
        for definition in needed:
            one = definitions[definition.kind, definition.name]
            self._pool.add(f"{definition.where}: files", partial(self._contents, one))
        self._pool.run()
        return Archive.described(top.described()) if needed else archive

    def _add_parts(self, owner: _Read) -> None:
        document = owner.entity.get_json()
        for kind in _PARTS.get(owner.kind, ()):
            if kind != APPLICATION_CONTEXT or document.get("applications"):
                self._pool.add(f"{_title(owner)}: {kind.folder}", partial(self._part, owner, kind))
        for single in owner.kind.singles:
            if document.get(single.member) not in single.absent:
                self._pool.add(f"{_title(owner)}: {single.name}", partial(self._single, owner, single))

    def _part(self, owner: _Read, kind: Kind) -> None:
        entities = collection_of(owner.entity, kind).list_complete()
        if kind == APPLICATION_CONTEXT:  # the order of installation
            names = list(owner.entity.get_json().get("applications") or ())
            entities.sort(key=lambda one: names.index(one.application) if one.application in names else len(names))
        owner.parts[kind] = [_Read(kind, entity) for entity in entities]
        for part in owner.parts[kind]:
            if kind.listed:
                self._add_parts(part)
            else:
                self._pool.add(f"{_title(part)}: get", partial(self._fetch, part))

    def _fetch(self, part: _Read) -> None:
        entity: Any = part.entity
        entity.refresh()
        self._add_parts(part)

    def _single(self, owner: _Read, single: Single) -> None:
        try:
            found = getattr(owner.entity, single.collection)().get()
        except EntityNotFoundException:
            return
        owner.singles[single] = found.get_json()

    def _contents(self, definition: _Read) -> None:
        entity: Any = definition.entity
        for file in entity.files().list_complete():
            self._pool.add(f"{_title(definition)}: {file.name}", partial(self._content, definition, file))

    def _content(self, definition: _Read, file: Any) -> None:
        try:
            definition.fetched[file.name] = file.read_bytes()
        except EntityNotFoundException:
            return


def _title(read: _Read) -> str:
    return f"{read.kind.name} {'/'.join(map(str, read.kind.place(read.entity.get_json())))}"
