"""Hosts that get the same roles, in the same order and with the same variables of a play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from comodit_client.ansible.inventory import context_variables
from comodit_client.ansible.yaml_text import dump
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project


@frozen
class RoleUse:
    """A role as hosts use it.

    Attributes:
        role: The name of the role.
        name: The name of the application, platform or distribution.
        variables: The variables that the play passes, because the inventory cannot hold them.
    """

    role: str
    name: str
    variables: Mapping[str, Any] = field(factory=dict)


@frozen
class HostSet:
    """Hosts for one play.

    Attributes:
        hosts: The hosts in the inventory, in the order of the archive.
        roles: The roles, in order.
    """

    hosts: tuple[str, ...]
    roles: tuple[RoleUse, ...]


def application_sets(project: Project) -> tuple[HostSet, ...]:
    """Group the hosts by their applications.

    Args:
        project: The conversion.

    Returns:
        The sets; hosts without applications are in none.
    """
    return _grouped((name, _applications(project, host)) for name, host in named_hosts(project))


def provisioning_sets(project: Project) -> tuple[HostSet, ...]:
    """Group the hosts by their platform and distribution.

    Args:
        project: The conversion.

    Returns:
        The sets; hosts without both are in none.
    """
    return _grouped((name, _definitions(project, host)) for name, host in named_hosts(project))


def named_hosts(project: Project) -> Iterator[tuple[str, Entity]]:
    """Iterate over the hosts.

    Args:
        project: The conversion.

    Yields:
        The name in the inventory, and the host.
    """
    for environment, host in project.archive.hosts:
        yield project.names.hosts[environment, host.name], host


def variants(project: Project, role: str) -> tuple[HostSet, ...]:
    """Group the hosts that use a role by the variables that a play must pass to it.

    Args:
        project: The conversion.
        role: The role of an application.

    Returns:
        A set for each different value of the variables.
    """
    return _grouped(
        (name, tuple(use for use in _applications(project, host) if use.role == role))
        for name, host in named_hosts(project)
    )


def _grouped(uses: Iterable[tuple[str, tuple[RoleUse, ...]]]) -> tuple[HostSet, ...]:
    sets: dict[str, HostSet] = {}
    for host, roles in uses:
        if roles:
            # As YAML, which tells 1 from true, and text from templates.
            key = dump([[use.role, dict(use.variables)] for use in roles])
            sets[key] = HostSet((*(sets[key].hosts if key in sets else ()), host), roles)
    return tuple(sets.values())


def _applications(project: Project, host: Entity) -> tuple[RoleUse, ...]:
    passed = context_variables(project, host)
    roles = project.names.roles
    found = []
    for context in _in_order(host.of(layout.APPLICATION_CONTEXT)):
        context.source.get("position")
        if context.name in roles:
            context.source.get("application")
            role = roles[context.name]
            found.append(RoleUse(role, context.name, passed.get(role, {})))
        else:
            context.source.lose("application", "the folder has no definition of the application")
    return tuple(found)


def _in_order(contexts: tuple[Entity, ...]) -> list[Entity]:
    """Return contexts in the order of installation, as a host lists them if no position says otherwise."""
    positions = [context.source.peek("position") for context in contexts]
    if not all(isinstance(position, int) for position in positions):
        return list(contexts)
    return sorted(contexts, key=lambda context: int(context.source.peek("position")))


def _definitions(project: Project, host: Entity) -> tuple[RoleUse, ...]:
    passed = context_variables(project, host)
    found = []
    for kind, single in (
        (layout.PLATFORM, layout.PLATFORM_CONTEXT),
        (layout.DISTRIBUTION, layout.DISTRIBUTION_CONTEXT),
    ):
        context = host.singles.get(single.name)
        name = str(context.peek(single.member)) if context else ""
        role = project.names.groups.get((kind.name, name))
        if context and role:
            context.get(single.member)
            found.append(RoleUse(role, name, passed.get(role, {})))
        elif context:
            context.lose(single.member, f"the folder has no definition of the {kind.name}")
    return tuple(found)
