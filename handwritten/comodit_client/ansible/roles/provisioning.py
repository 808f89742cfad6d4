"""The roles of platforms and distributions: they write the files of a machine's installation to the control node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.inventory.expressions import in_group, is_secret, note_written, of_property
from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.inventory.losses import note_setting
from comodit_client.ansible.project import Project
from comodit_client.ansible.roles.application import role_keys
from comodit_client.ansible.roles.argument_specs import argument_specs
from comodit_client.ansible.roles.files import Content, contents_of, file_variables
from comodit_client.ansible.roles.meta import meta_of
from comodit_client.ansible.roles.parameters import (
    Default,
    add_defaults,
    defaults_of,
    parameters_of,
)
from comodit_client.ansible.roles.readme import readme_of
from comodit_client.ansible.roles.role import Role, role_of
from comodit_client.ansible.roles.steps import Task, named, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk.names import file_names

#: The folder on the control node.
_FOLDER = "{{ playbook_dir }}/provisioning/{{ inventory_hostname }}"


def add_provisioning(project: Project, entity: Entity) -> None:
    """Add the role of a platform or a distribution.

    Args:
        project: The conversion.
        entity: The platform or distribution.

    Raises:
        ExportException: The role cannot be written.
    """
    role = Role(project, entity, role_of(project, entity))
    parameters = parameters_of(role)
    defaults = defaults_of(role, parameters)
    levels = Levels.of(project.archive)
    replaced = {str(setting.peek("key")) for setting in role.source.items("settings")}
    for parameter in parameters:
        if parameter.key in replaced and parameter.source.peek("value") is not None:
            parameter.source.lose("value", "a setting of the definition replaces it")
    for setting in role.source.items("settings"):
        _apply(role, levels, setting, defaults)
    items = named(role.source.items("files"))
    role.add_tasks("tasks/main.yml", _tasks(items, contents_of(role, role_keys(role, defaults), items)))
    role.add_yaml("vars/main.yml", {f"_{entity.kind.name}": {"name": literal(role.source.get("name"))}})
    add_defaults(role, defaults)
    role.add_yaml("meta/argument_specs.yml", argument_specs(role, parameters, defaults))
    role.add_yaml("meta/main.yml", meta_of(role))
    role.add("README.md", readme_of(role, parameters))
    if role.source.peek("driver"):
        role.source.lose("driver", "the service creates the machines; use a module for your cloud")


def _apply(role: Role, levels: Levels, setting: Source, defaults: dict[str, Default]) -> None:
    """Let a setting of the definition replace the default of a parameter (S89)."""
    key = str(setting.peek("key"))
    parameter = defaults.pop(key, None)
    note_setting(setting)
    value = _value(role, levels, setting)
    if value is not None:
        text = parameter.text if parameter else ""
        defaults[key] = Default(key, role.project.names.variables[key], value, text)


def _value(role: Role, levels: Levels, setting: Source) -> Any:
    end = levels.links.follow(setting)
    if is_secret(role.project, setting, end):
        variable = role.project.names.variables[str(setting.peek("key"))]
        if end.value is None:
            return None
        note_written(setting, end)
        return role.keep_secret(variable, end.value, setting, "value")
    if end.property_key is not None and end.host is None:
        note_written(setting, end, "property")
        return of_property(end.property_key, end.value)
    return in_group(role.project, levels, setting)


def _tasks(items: list[Source], contents: Mapping[str, Content]) -> list[Task]:
    paths = file_names(contents)
    written = [
        _local(
            task(
                f"Write file {item.peek('name')}",
                contents[item.text("name")].module,
                {
                    "src": literal(contents[item.text("name")].source),
                    "dest": f"{_FOLDER}/{paths[item.text('name')].replace('{', '%7B')}",
                    "mode": "0600",
                },
                vars=file_variables(item, contents[item.text("name")]),
            )
        )
        for item in items
        if item.text("name") in contents
    ]
    folder = task("Create the folder for the files", "file", {"path": _FOLDER, "state": "directory", "mode": "0700"})
    return [_local(folder), *written] if written else []


def _local(found: Task) -> Task:
    return {**found, "delegate_to": "localhost", "become": False}
