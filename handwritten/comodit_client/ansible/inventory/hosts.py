"""The hosts of an archive, with what decides the values of their settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.archive import Archive, Entity
from comodit_client.ansible.names import Names, definition_role, role_name
from comodit_client.ansible.sources import Source
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member


@frozen(eq=False)
class Context:
    """An application, a platform or a distribution on a host.

    Attributes:
        kind: The kind of its definition.
        name: The name of its definition.
        path: The path of its settings below those of the host, such as `("applications", "Shop")`.
        source: The context.
        definition: Its definition, if the archive has it.
    """

    kind: layout.Kind
    name: str
    path: tuple[str, ...]
    source: Source = field(repr=False)
    definition: Entity | None = field(repr=False)

    def role(self, names: Names) -> str:
        """Return the role of the definition.

        Args:
            names: The names in Ansible.

        Returns:
            The name of the role.
        """
        if self.kind == layout.APPLICATION:
            return names.roles.get(self.name) or role_name(self.name)
        return definition_role(self.kind, self.name)


@frozen(eq=False)
class Host:
    """A host.

    Attributes:
        entity: The host in the archive.
        environment: The name of its environment.
        owner: Its environment, if the archive has it.
        groups: Its host groups, in the order of the archive.
        contexts: Its applications in the order of the archive, then its platform and its distribution.
        properties: The properties of its instance.
    """

    entity: Entity
    environment: str
    owner: Entity | None
    groups: tuple[Entity, ...]
    contexts: tuple[Context, ...]
    properties: Mapping[str, Any] = field(repr=False)


def hosts_of(archive: Archive) -> tuple[Host, ...]:
    """Return the hosts of an archive.

    Args:
        archive: The archive.

    Returns:
        The hosts, in the order of the archive.
    """
    environments = {env.name: env for env in archive.of(layout.ENVIRONMENT)}
    members: dict[tuple[str, str], list[Entity]] = {}
    for group in archive.of(layout.HOST_GROUP):
        for one in dict.fromkeys(_members(group)):
            members.setdefault(one, []).append(group)
    definitions = {
        (entity.kind.name, entity.name): entity
        for entity in archive
        if entity.kind in (layout.APPLICATION, layout.PLATFORM, layout.DISTRIBUTION)
    }
    return tuple(
        Host(
            host,
            environment,
            environments.get(environment),
            tuple(members.get((environment, host.name), ())),
            tuple(_contexts(host, definitions)),
            _properties(host),
        )
        for environment, host in archive.hosts
    )


def _members(group: Entity) -> Iterator[tuple[str, str]]:
    for one in list_member(group.source.document, "hosts"):
        yield str(one.get("environment")), str(one.get("host"))


def _contexts(host: Entity, definitions: Mapping[tuple[str, str], Entity]) -> Iterator[Context]:
    for one in host.of(layout.APPLICATION_CONTEXT):
        yield Context(
            layout.APPLICATION,
            one.name,
            ("applications", one.name),
            one.source,
            definitions.get((layout.APPLICATION.name, one.name)),
        )
    for kind, single in (
        (layout.PLATFORM, layout.PLATFORM_CONTEXT),
        (layout.DISTRIBUTION, layout.DISTRIBUTION_CONTEXT),
    ):
        source = host.singles.get(single.name)
        if source is not None:
            name = str(source.peek(single.member) or host.source.peek(single.member) or "")
            yield Context(kind, name, (single.member,), source, definitions.get((kind.name, name)))


def _properties(host: Entity) -> dict[str, Any]:
    instance = host.singles.get(layout.INSTANCE.name)
    found: dict[str, Any] = {}
    for one in list_member(instance.document, "properties") if instance else ():
        found.setdefault(str(one.get("key")), one.get("value"))
    return found
