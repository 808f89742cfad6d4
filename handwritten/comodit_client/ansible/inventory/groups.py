"""The groups of hosts, and the variables that the server defines in templates."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.inventory.expressions import GROUP_VARS, PROPERTIES
from comodit_client.ansible.inventory.hosts import Host
from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.inventory.model import Model
from comodit_client.ansible.names import GROUPS, role_name
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

#: The properties that hold an address, best first (S59).
ADDRESSES = ("publicDnsName", "publicIp", "ip.eth0", "hostname")
_INVENTORY_NAME = "{{ inventory_hostname }}"
#: The variable with the description of a host.
DESCRIPTION = "comodit_description"
#: The priority of the first host group. Other groups have 1.
FIRST_PRIORITY = 10


def add_groups(project: Project, levels: Levels, model: Model) -> None:
    """Add the groups, their hosts, and the variables that the server defines.

    Args:
        project: The conversion.
        levels: The levels of settings.
        model: The inventory.
    """
    model.all.update(_of_organization(project, levels))
    # For hosts that are added later.
    model.all.update(_host={"name": _INVENTORY_NAME}, _host_name=_INVENTORY_NAME)
    model.all[PROPERTIES] = {}
    if levels.organization is not None:
        model.comment = _described(levels.organization.source)
    for (kind_name, name), group_name in project.names.groups.items():
        model.group(group_name)
        if kind_name == layout.ENVIRONMENT.name:
            model.group(group_name).variables.update(_env=literal({"name": name}), _env_name=literal(name))
    for environment in project.archive.of(layout.ENVIRONMENT):
        environment.source.get("hosts")
        model.group(group_of(project, layout.ENVIRONMENT, environment.name)).comment = _described(environment.source)
    for number, host_group in enumerate(project.archive.of(layout.HOST_GROUP)):
        group = model.group(group_of(project, layout.HOST_GROUP, host_group.name))
        group.comment = f"Host group {host_group.name}\n{_described(host_group.source)}"
        group.priority = FIRST_PRIORITY + number
        _note_members(project, host_group.source)
    for host in levels.hosts.values():
        _add_host(project, model, host)


def host_name(project: Project, host: Host) -> str:
    """Return the name of a host in the inventory.

    Args:
        project: The conversion.
        host: The host.

    Returns:
        The name.
    """
    return project.names.hosts[host.environment, host.entity.name]


def group_of(project: Project, kind: layout.Kind, name: str) -> str:
    """Return the group of an environment, host group, application, platform or distribution.

    Args:
        project: The conversion.
        kind: The kind.
        name: The name, also of something that the archive lacks.

    Returns:
        The name of the group.
    """
    return project.names.groups.get((kind.name, name)) or f"{GROUPS[kind]}_{role_name(name)}"


def _add_host(project: Project, model: Model, host: Host) -> None:
    name = host_name(project, host)
    variables = model.hosts[name] = {
        "_host": literal({"name": host.entity.name, "uuid": host.entity.source.get("uuid")}),
        "_host_name": literal(host.entity.name),
        "_applications": literal(_installed(host)),
    }
    if host.owner is None:
        variables.update(_env=literal({"name": host.environment}), _env_name=literal(host.environment))
    else:
        model.group(group_of(project, layout.ENVIRONMENT, host.environment)).hosts.append(name)
    for group in host.groups:
        model.group(group_of(project, layout.HOST_GROUP, group.name)).hosts.append(name)
    for context in host.contexts:
        model.group(group_of(project, context.kind, context.name)).hosts.append(name)
    if host.properties:
        variables[PROPERTIES] = literal(dict(host.properties))
    description = host.entity.source.get("description")
    if description:
        variables[DESCRIPTION] = literal(description)
    address = _address(host)
    if address:
        model.addresses[name] = address


def _note_members(project: Project, group: Source) -> None:
    for member in group.items("hosts"):
        for name in ("organization", "environment", "host", "position"):
            member.get(name)
        if (member.peek("environment"), member.peek("host")) not in project.names.hosts:
            member.lose("", "the folder has no such host")


def _address(host: Host) -> str:
    found = next(filter(None, map(host.properties.get, ADDRESSES)), None)
    instance = host.entity.singles.get(layout.INSTANCE.name)
    if found is None and instance is not None:
        found = instance.get("hostname")
    return str(found or "")


def _installed(host: Host) -> dict[str, list[Any]]:
    """Return the packages and services of a host's applications, as templates see them (S45, S108)."""
    applications = [one.definition for one in host.contexts if one.kind == layout.APPLICATION and one.definition]
    return {
        member: list(
            dict.fromkeys(
                str(item.get("name")) for one in applications for item in list_member(one.source.document, member)
            )
        )
        for member in ("packages", "services")
    }


def _of_organization(project: Project, levels: Levels) -> dict[str, Any]:
    name = levels.links.organization
    known: dict[str, Any] = {"name": literal(name)}
    access = _access(levels.organization)
    for member, key in (("accessKey", "access_key"), ("secretKey", "secret_key")):
        value = access.get(member) if access else None
        if access and value is not None:
            kept = project.vault.keep(f"{GROUP_VARS}/all", f"_org.{key}", value, access, member, f"org_{key}")
            if kept is not None:
                known[key] = kept
    return {"_org": known, "_org_name": literal(name)}


def _access(organization: Entity | None) -> Source | None:
    return organization.source.child("access") if organization is not None else None


def _described(source: Source) -> str:
    return source.text("description")
