"""The settings of contexts, which are valid for one application, platform or distribution of a host."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.inventory.expressions import HOST_VARS, UNDEFINED, is_secret, on_host
from comodit_client.ansible.inventory.hosts import Host
from comodit_client.ansible.inventory.levels import Levels, settings_of
from comodit_client.ansible.inventory.losses import note_setting
from comodit_client.ansible.inventory.secret_values import keep
from comodit_client.ansible.inventory.usage import is_shared
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source


def context_variables(project: Project, host: Entity) -> dict[str, dict[str, Any]]:
    """Return the variables that a play passes to the roles of a host.

    Most settings of contexts are variables of the host. Those that another role of the host must not see are here: two
    roles use the same key with different values. Write them as `vars:` of the task that imports the role. The values
    may be expressions. A secret is a reference to the vault of the host, which need not exist.

    Args:
        project: The conversion.
        host: The host in the archive.

    Returns:
        The variables with their values for YAML, by role. Roles without such variables are left out.

    Raises:
        ExportException: The archive has no such host.
    """
    levels = Levels.of(project.archive)
    found = levels.host(host)
    passed: dict[str, dict[str, Any]] = {}
    for context in found.contexts:
        role = context.role(project.names)
        for key, setting in settings_of(context.source).items():
            if is_shared(levels, found, key):
                continue
            value = _passed(project, levels, found, setting, f"{role}_{project.names.variables[key]}")
            passed.setdefault(role, {})[project.names.variables[key]] = value
    return passed


def is_passed(project: Project, role: str, key: str) -> bool:
    """Return whether a play passes the variable of a key to a role of some host.

    Args:
        project: The conversion.
        role: The name of the role.
        key: The key.

    Returns:
        False if all hosts have the values of the key as variables of their own.
    """
    levels = Levels.of(project.archive)
    return any(
        context.role(project.names) == role and key in settings_of(context.source) and not is_shared(levels, host, key)
        for host in levels.hosts.values()
        for context in host.contexts
    )


def _passed(project: Project, levels: Levels, host: Host, setting: Source, name: str) -> Any:
    note_setting(setting)
    setting.get("key")
    end = levels.links.follow(setting)
    value = end.on(host)
    if is_secret(project, setting, end):
        scope = f"{HOST_VARS}/{project.names.hosts[host.environment, host.entity.name]}"
        kept = keep(project, scope, f"vault_{name}", value, setting, name)
        return kept or f"{{{{ vault_{name} }}}}"
    return UNDEFINED if value is None else on_host(project, levels, host, setting)
