"""The inventory as the output of an inventory script, which Ansible runs with `--list`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.ansible.archive import Archive
from comodit_client.ansible.inventory.build import PRIORITY, build
from comodit_client.ansible.inventory.model import Group
from comodit_client.ansible.project import Options, Project
from comodit_client.ansible.vault import OpenVault
from comodit_client.ansible.yaml_text import Unsafe
from comodit_client.rest.exceptions import ExportException

#: The member with the variables of all hosts.
META = "_meta"


def inventory_json(archive: Archive, options: Options, with_secrets: bool = False) -> dict[str, Any]:
    """Return the inventory of an archive as Ansible expects it from a script.

    Args:
        archive: The archive.
        options: The options of the conversion.
        with_secrets: Whether to include secrets, which are not encrypted. Default: they are left out.

    Returns:
        The groups, and `_meta` with the variables of each host.

    Raises:
        ExportException: Two entities would get the same name, or an entity has no possible name.
    """
    project = Project.of(archive, options)
    if with_secrets:
        project = Project(project.archive, options, project.keys, project.names, vault=OpenVault())
    model = build(project)
    hosts = {
        name: ({"ansible_host": model.addresses[name]} if name in model.addresses else {}) | variables
        for name, variables in model.hosts.items()
    }
    children = ["ungrouped", *model.groups]
    return {
        META: {"hostvars": _marked(hosts)},
        "all": {"children": children, "vars": _marked(model.all)},
        "ungrouped": {"hosts": list(model.hosts)},
        **{name: _group(group) for name, group in model.groups.items()},
    }


def host_json(inventory: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return the variables of a host as Ansible expects them from a script.

    Args:
        inventory: The inventory.
        name: The name of the host in the inventory.

    Returns:
        The variables that belong to the host alone.

    Raises:
        ExportException: The inventory has no such host.
    """
    hosts: dict[str, dict[str, Any]] = inventory[META]["hostvars"]
    if name not in hosts:
        known = f"Its hosts are {', '.join(sorted(hosts))}" if hosts else "It has no hosts"
        raise ExportException(f"Cannot show host {name!r}: the inventory has no such host. {known}")
    return hosts[name]


def _group(group: Group) -> dict[str, Any]:
    priority = {} if group.priority is None else {PRIORITY: group.priority}
    return {"hosts": group.hosts, "vars": priority | _marked(group.variables), "children": []}


def _marked(value: Any) -> Any:
    """Mark the texts that Ansible must not template, as JSON inventories do it."""
    if isinstance(value, Unsafe):
        return {"__ansible_unsafe": str(value)}
    if isinstance(value, list):
        return [_marked(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _marked(item) for name, item in value.items()}
    return value
