"""Hosts that get the same roles, in the same order and with the same variables of a play."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import Factory, field, frozen

from comodit_client.ansible.inventory import context_variables
from comodit_client.ansible.names import definition_role, role_name
from comodit_client.ansible.yaml_text import dump
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

#: The variables that a play passes to each role of a host.
_Passed = Mapping[str, Mapping[str, Any]]


@frozen
class RoleUse:
    """A role as hosts use it.

    Attributes:
        role: The name of the role.
        name: The name of the application, platform or distribution.
        variables: The variables that the play passes, because the inventory cannot hold them.
        key: A text that only equal uses share.
    """

    role: str
    name: str
    variables: Mapping[str, Any] = field(factory=dict)
    key: str = field(default=Factory(lambda use: _key_of(use), takes_self=True), init=False, repr=False)


@frozen
class HostSet:
    """Hosts for one play.

    Attributes:
        hosts: The hosts in the inventory, in the order of the archive.
        roles: The roles, in order.
    """

    hosts: tuple[str, ...]
    roles: tuple[RoleUse, ...]


@frozen(eq=False)
class Uses:
    """The roles of all hosts, by the names in the inventory.

    Attributes:
        applications: The roles of the applications of each host, in the order of installation.
        definitions: The roles of the platform and the distribution of each host.
    """

    applications: Mapping[str, tuple[RoleUse, ...]]
    definitions: Mapping[str, tuple[RoleUse, ...]]

    @classmethod
    def of(cls, project: Project) -> Uses:
        """Find the roles of all hosts.

        Args:
            project: The conversion.

        Returns:
            The roles.
        """
        applications, definitions = {}, {}
        for name, host in named_hosts(project):
            passed = context_variables(project, host)
            applications[name] = _applications(project, host, passed)
            definitions[name] = _definitions(project, host, passed)
        return cls(applications, definitions)

    def variants(self, role: str) -> tuple[HostSet, ...]:
        """Group the hosts with an application by the variables that a play must pass to its role.

        Args:
            role: The role of the application.

        Returns:
            A set for each different value of the variables.
        """
        return grouped(
            {host: tuple(use for use in uses if use.role == role) for host, uses in self.applications.items()}
        )


def grouped(uses: Mapping[str, tuple[RoleUse, ...]]) -> tuple[HostSet, ...]:
    """Group hosts by their roles.

    Args:
        uses: The roles of each host.

    Returns:
        The sets; hosts without roles are in none.
    """
    hosts: dict[tuple[str, ...], list[str]] = {}
    for host, roles in uses.items():
        if roles:
            hosts.setdefault(tuple(use.key for use in roles), []).append(host)
    return tuple(HostSet(tuple(found), uses[found[0]]) for found in hosts.values())


def named_hosts(project: Project) -> Iterator[tuple[str, Entity]]:
    """Iterate over the hosts.

    Args:
        project: The conversion.

    Yields:
        The name in the inventory, and the host.
    """
    for environment, host in project.archive.hosts:
        yield project.names.hosts[environment, host.name], host


def _key_of(use: RoleUse) -> str:
    # As YAML, which distinguishes 1 from true, and text from templates.
    return dump([use.role, use.name, dict(use.variables)])


def _applications(project: Project, host: Entity, passed: _Passed) -> tuple[RoleUse, ...]:
    roles = project.names.roles
    found = []
    for context in _in_order(host.of(layout.APPLICATION_CONTEXT)):
        context.source.get("position")
        if context.name in roles:
            context.source.get("application")
            role = roles[context.name]
            found.append(RoleUse(role, context.name, passed.get(role, {})))
        else:
            _lose(project, context.source, "application", passed.get(role_name(context.name), {}))
    return tuple(found)


def _in_order(contexts: tuple[Entity, ...]) -> list[Entity]:
    """Return contexts in the order of installation, as a host lists them if no position says otherwise."""
    positions = [context.source.peek("position") for context in contexts]
    if not all(isinstance(position, int) for position in positions):
        return list(contexts)
    return sorted(contexts, key=lambda context: int(context.source.peek("position")))


def _definitions(project: Project, host: Entity, passed: _Passed) -> tuple[RoleUse, ...]:
    found = []
    for kind, single in (
        (layout.PLATFORM, layout.PLATFORM_CONTEXT),
        (layout.DISTRIBUTION, layout.DISTRIBUTION_CONTEXT),
    ):
        context = host.singles.get(single.name)
        name = str(context.peek(single.member)) if context else ""
        if context and (kind.name, name) in project.names.groups:
            context.get(single.member)
            role = definition_role(kind, name)
            found.append(RoleUse(role, name, passed.get(role, {})))
        elif context:
            _lose(project, context, single.member, passed.get(definition_role(kind, name), {}))
    return tuple(found)


def _lose(project: Project, context: Source, member: str, variables: Mapping[str, Any]) -> None:
    """Record that a host uses a definition that does not exist, and that no play passes variables to its role."""
    reason = f"the folder has no definition of the {member}"
    context.lose(member, reason)
    for setting in context.items("settings"):
        if project.names.variables[str(setting.peek("key"))] in variables:
            setting.lose("", reason)
