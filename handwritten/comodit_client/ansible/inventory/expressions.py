"""The values of settings as Ansible reads them: literal values, references, or nothing at all."""

from __future__ import annotations

import json
from typing import Any

from comodit_client.ansible.inventory.hosts import Host
from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.inventory.links import End
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal

#: The folders of variables.
GROUP_VARS, HOST_VARS = "inventory/group_vars", "inventory/host_vars"
#: The variable with the properties of a host's instance.
PROPERTIES = "comodit_properties"
#: A value that makes a variable undefined, so that the value of a weaker level does not show.
UNDEFINED = "{{ undef(hint='The setting has no value in ComodIT') }}"


def is_secret(project: Project, setting: Source, end: End) -> bool:
    """Return whether the value of a setting is secret.

    Args:
        project: The conversion.
        setting: The setting.
        end: The end of its links.

    Returns:
        True if the schema of its key, or of the key of a setting that it links to, says so.
    """
    return not project.keys.secret.isdisjoint({str(setting.peek("key")), *end.keys})


def on_host(project: Project, levels: Levels, host: Host, setting: Source) -> Any:
    """Return a value that is not secret for the variables of a host.

    Args:
        project: The conversion.
        levels: The levels.
        host: The host.
        setting: The setting, which has a value on the host.

    Returns:
        The value for YAML.
    """
    end = levels.links.follow(setting)
    if _is_referenced(project, levels, setting, end):
        return reference(levels, setting)
    if end.property_key is not None and end.host in (None, host):
        note_written(setting, end, "property")
        return of_property(end.property_key, end.value)
    note_written(setting, end)
    return literal(end.on(host))


def in_group(project: Project, levels: Levels, setting: Source) -> Any:
    """Return a value that is not secret for the variables of a group.

    Args:
        project: The conversion.
        levels: The levels.
        setting: The setting.

    Returns:
        The value for YAML. None if hosts need values of their own, because not all of them have one.
    """
    end = levels.links.follow(setting)
    fixed = end.value if end.host is None else end.on(end.host)
    if fixed is None:
        return None
    if _is_referenced(project, levels, setting, end):
        return reference(levels, setting)
    if end.property_key is not None and end.host is None:
        note_written(setting, end, "property")
        return of_property(end.property_key, end.value)
    note_written(setting, end)
    return literal(fixed)


def reference(levels: Levels, setting: Source) -> str:
    """Return a reference to the variable of the setting that a setting links to.

    Args:
        levels: The levels.
        setting: A setting with a link whose target exists.

    Returns:
        The reference.
    """
    setting.get("key")
    path = levels.links.target(setting.get("link"))
    return f"{{{{ {levels.links.variables[path]} }}}}" if path else ""


def of_property(key: str, default: Any, host: str = "") -> str:
    """Return an expression for a property of an instance.

    Args:
        key: The key of the property.
        default: The value if the property is missing.
        host: The host of the instance in the inventory. Empty for the host that uses the expression.

    Returns:
        The expression.
    """
    owner = f"hostvars[{_quoted(host)}].{PROPERTIES}" if host else PROPERTIES
    otherwise = "" if default is None else f" | default({_quoted(default)})"
    return f"{{{{ {owner}[{_quoted(key)}]{otherwise} }}}}"


def note_written(setting: Source, end: End, *more: str) -> None:
    """Record that a variable has the value of a setting, or of the setting that it links to.

    Args:
        setting: The setting.
        end: The end of its links.
        *more: Other members that the variable expresses.
    """
    setting.get("key")
    if not end.path or end.value == setting.peek("value"):
        setting.get("value")
    if not end.path:
        for member in more:
            setting.get(member)


def _is_referenced(project: Project, levels: Levels, setting: Source, end: End) -> bool:
    return project.options.links == "reference" and bool(end.path) and not end.is_loop


def _quoted(value: Any) -> str:
    """Write a value as Jinja reads it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(str(key))}: {_quoted(item)}" for key, item in value.items()) + "}"
    return repr(value)
