"""The files of hosts as ComodIT renders them, by the rules of the sandbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from comodit_client._extras import extra
from comodit_client.ansible.archive import Archive, Entity
from comodit_client.ansible.judge.documents import DEFINITIONS, definition_of, settings_of
from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.samples import Sample
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

with extra("sandbox"):
    from comodit_client.sandbox.errors import ApiError
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.http.uploads import Upload
    from comodit_client.sandbox.simulation.addresses import Reach
    from comodit_client.sandbox.simulation.rendering import Hidden, render
    from comodit_client.sandbox.state.clock import ManualClock
    from comodit_client.sandbox.state.contents import FILE
    from comodit_client.sandbox.state.definitions import definition_of as stored_definition
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World

#: The parts of a host that are contexts, in the order in which their files are compared.
_CONTEXTS = ("applications", "platform", "distribution")
_NOTHING_HIDDEN, _ALL_HIDDEN = Hidden(settings=False, access=False), Hidden(settings=True, access=True)


@frozen(eq=False)
class Subject:
    """A file of a host.

    Attributes:
        place: The host in the sandbox.
        context: The application, platform or distribution on it, in the sandbox.
        file: The file in its definition.
    """

    place: Place
    context: Node
    file: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The kind of the definition: `application`, `platform` or `distribution`."""
        return self.context.kind.removesuffix("s")

    @property
    def owner(self) -> str:
        """The definition, such as `applications/Shop`."""
        return f"{self.kind}s/{self.context.name}"

    @property
    def environment(self) -> str:
        """The name of the environment."""
        return self.place.environment.name

    @property
    def host(self) -> str:
        """The name of the host."""
        return self.place.host.name


class Original:
    """The hosts of an archive in a sandbox.

    Args:
        archive: The archive.
        hidden: The keys whose values are left out, and which therefore have no value.
        with_access: Whether the keys of the organization are known.
    """

    def __init__(self, archive: Archive, hidden: frozenset[str] = frozenset(), with_access: bool = True) -> None:
        self._hidden = hidden
        self._store = Store(":memory:")
        self._hosts: dict[tuple[str, str], str] = {}
        with self._store.transaction():
            self._organization = self._add_organization(archive, with_access)
            self._add_definitions(archive)
            self._add_places(archive)
            self._add_host_groups(archive)
        self._world = World(
            store=self._store,
            clock=ManualClock(),
            user="",
            password="",
            token=None,
            organization=self._organization.name,
            provision_time=0,
            change_time=0,
            reach=Reach(False, 0),
            faults=Faults([]),
        )

    @property
    def organization(self) -> str:
        """The name of the organization."""
        return self._organization.name

    def add_samples(self, samples: Sequence[Sample]) -> None:
        """Add hosts for definitions that no host uses.

        Args:
            samples: The hosts.
        """
        with self._store.transaction():
            environments: dict[str, Node] = {}
            for sample in samples:
                if sample.environment not in environments:
                    environments[sample.environment] = self._add(
                        self._organization, "environments", sample.environment, {}
                    )
                owner = environments[sample.environment]
                host = self._add(owner, "hosts", sample.host, {"uuid": sample.uuid})
                for key, value in sample.settings.items():
                    self._store.add(host.id, "settings", key, {"key": key, "value": value})
                self._store.add(host.id, _context_kind(sample.definition.kind), sample.definition.name, {})

    def subjects(self) -> Iterator[Subject]:
        """Iterate over the files of all hosts.

        Yields:
            The files, in the order of the archive.
        """
        for environment in self._store.children(self._organization.id, "environments"):
            for host in self._store.children(environment.id, "hosts"):
                place = Place(self._organization, environment, host)
                for kind in _CONTEXTS:
                    for context in self._store.children(host.id, kind):
                        definition = stored_definition(self._store, self._organization, context)
                        for file in definition.doc["files"] if definition else ():
                            yield Subject(place, context, file)

    def render(self, subject: Subject) -> bytes:
        """Render a file.

        Args:
            subject: The file.

        Returns:
            Its content on the host.

        Raises:
            Failure: ComodIT cannot render it. The text contains no secrets.
        """
        try:
            return self._render(subject, _NOTHING_HIDDEN)
        except ApiError:
            pass
        try:
            self._render(subject, _ALL_HIDDEN)
        except ApiError as error:
            raise Failure(str(error)) from None
        raise Failure("the template does not accept the values of secret settings")

    def close(self) -> None:
        """Release the memory."""
        self._store.close()

    def _render(self, subject: Subject, hidden: Hidden) -> bytes:
        found = render(self._world, subject.place, subject.context, subject.file["name"], hidden)
        return found if isinstance(found, bytes) else found.read()

    def _add_organization(self, archive: Archive, with_access: bool) -> Node:
        entity = archive.organization
        name = entity.name if entity else next(filter(None, map(_organization_of, archive)), "organization")
        access = (entity.source.peek("access") or {}) if entity and with_access else {}
        keys = {member: access.get(member) for member in ("accessKey", "secretKey")}
        organization = self._store.add(0, "organizations", name, {}, {"access": keys})
        if entity:
            self._add_settings(organization, entity.source.document)
        return organization

    def _add_definitions(self, archive: Archive) -> None:
        for kind, collection in DEFINITIONS.items():
            for entity in archive.of(kind):
                doc = definition_of(kind, entity.source.document, self._hidden)
                definition = self._add(self._organization, collection, entity.name, entity.source.document, doc)
                for name, content in entity.contents.items():
                    with content.open() as opened:
                        upload = Upload(self._store.contents, opened.read())
                    self._store.contents.write(definition.id, FILE, name, upload)

    def _add_places(self, archive: Archive) -> None:
        environments = {
            entity.name: self._add(self._organization, "environments", entity.name, entity.source.document)
            for entity in archive.of(layout.ENVIRONMENT)
        }
        for name, entity in archive.hosts:
            if name not in environments:
                environments[name] = self._add(self._organization, "environments", name, {})
            self._add_host(environments[name], entity)

    def _add_host(self, environment: Node, entity: Entity) -> None:
        document = entity.source.document
        uuid = str(document.get("uuid") or "")
        # Host groups find their hosts by the identifier.
        self._hosts[environment.name, entity.name] = uuid or f"{environment.name}/{entity.name}"
        doc = {"uuid": uuid or self._hosts[environment.name, entity.name]}
        host = self._add(environment, "hosts", entity.name, document, doc)
        for context in entity.of(layout.APPLICATION_CONTEXT):
            self._add(host, "applications", context.name, context.source.document)
        for single in (layout.PLATFORM_CONTEXT, layout.DISTRIBUTION_CONTEXT):
            source = entity.singles.get(single.name)
            name = source and (source.peek(single.member) or document.get(single.member))
            if source and name:
                self._add(host, single.member, str(name), source.document)
        instance = entity.singles.get(layout.INSTANCE.name)
        if instance:
            self._store.add(host.id, "instance", "", {}, {"given": list_member(instance.document, "properties")})

    def _add_host_groups(self, archive: Archive) -> None:
        for entity in archive.of(layout.HOST_GROUP):
            members = [
                {"host": {"uuid": self._hosts[key]}}
                for item in list_member(entity.source.document, "hosts")
                if (key := (str(item.get("environment")), str(item.get("host")))) in self._hosts
            ]
            group = self._store.add(self._organization.id, "hostgroups", entity.name, {}, {"hosts": members})
            self._add_settings(group, entity.source.document)

    def _add(
        self, owner: Node, kind: str, name: str, document: Mapping[str, Any], doc: dict[str, Any] | None = None
    ) -> Node:
        node = self._store.add(owner.id, kind, name, doc or {})
        self._add_settings(node, document)
        return node

    def _add_settings(self, owner: Node, document: Mapping[str, Any]) -> None:
        for key, setting in settings_of(document, self._hidden).items():
            self._store.add(owner.id, "settings", key, setting)


def _context_kind(kind: layout.Kind) -> str:
    return "applications" if kind == layout.APPLICATION else kind.name


def _organization_of(entity: Entity) -> str:
    return str(entity.source.peek("organization") or "")
