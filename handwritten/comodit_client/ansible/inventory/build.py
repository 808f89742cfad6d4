"""The inventory of an archive."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.inventory.expressions import GROUP_VARS, HOST_VARS, PROPERTIES
from comodit_client.ansible.inventory.groups import DESCRIPTION, add_groups
from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.inventory.losses import note_losses
from comodit_client.ansible.inventory.model import Model, check_free
from comodit_client.ansible.inventory.variables import SettingsWriter
from comodit_client.ansible.project import Project

#: The variable with the rank of a group. Ansible reads it only beside the hosts.
PRIORITY = "ansible_group_priority"


def build(project: Project) -> Model:
    """Build the inventory.

    Args:
        project: The conversion.

    Returns:
        The inventory. Its secrets are in the vault of the conversion.

    Raises:
        ExportException: A setting has the variable of something else.
    """
    levels = Levels.of(project.archive)
    check_free(project.names.variables, frozenset({PROPERTIES, DESCRIPTION, *levels.links.variables.values()}))
    model = Model()
    add_groups(project, levels, model)
    SettingsWriter(project, levels, model).write()
    note_losses(project, levels)
    return model


def add_inventory(project: Project) -> None:
    """Add the inventory to the files of a conversion.

    Args:
        project: The conversion.

    Raises:
        ExportException: A setting has the variable of something else.
    """
    model = build(project)
    output = project.output
    output.add_yaml("inventory/hosts.yml", {"all": _hosts(model)})
    output.add_yaml(f"{GROUP_VARS}/all/vars.yml", model.all, model.comment)
    for name, group in model.groups.items():
        if group.variables or group.comment:
            output.add_yaml(f"{GROUP_VARS}/{name}/vars.yml", group.variables, group.comment)
    for name, variables in model.hosts.items():
        output.add_yaml(f"{HOST_VARS}/{name}/vars.yml", variables)


def _hosts(model: Model) -> dict[str, Any]:
    addresses = {
        name: {"ansible_host": model.addresses[name]} if name in model.addresses else {} for name in model.hosts
    }
    groups: dict[str, Any] = {}
    for name, group in model.groups.items():
        groups[name] = {"hosts": {host: {} for host in group.hosts}}
        if group.priority is not None:
            groups[name]["vars"] = {PRIORITY: group.priority}
    return {"hosts": addresses, "children": groups}
