"""The section of the guide that lists what has another name in Ansible than in ComodIT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comodit_client.ansible.names import GROUPS
from comodit_client.ansible.playbooks.orchestrations import orchestration_paths
from comodit_client.ansible.playbooks.pipelines import pipeline_paths
from comodit_client.ansible.playbooks.webhooks import webhook_paths
from comodit_client.ansible.texts import code
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project

_HEAD = """\
## Names

Ansible allows fewer characters in names than ComodIT. These names differ:

| ComodIT | Ansible |
|---|---|
"""
#: What a row calls each kind.
_KINDS = {
    layout.ENVIRONMENT.name: "Environment",
    layout.HOST_GROUP.name: "Host group",
    layout.PLATFORM.name: "Platform",
    layout.DISTRIBUTION.name: "Distribution",
}


def names_section(project: Project) -> str:
    """Return the section with the names that differ.

    Args:
        project: The conversion, with all playbooks.

    Returns:
        The section, in Markdown. Empty if no name differs.
    """
    rows = [
        f"| {kind} {code(name)} | {what} {code(here)} |\n"
        for kind, name, what, here in (*_variables_and_roles(project), *_inventory(project), *_playbooks(project))
    ]
    return _HEAD + "".join(rows) if rows else ""


def _variables_and_roles(project: Project) -> Iterator[tuple[str, str, str, str]]:
    for key, variable in project.names.variables.items():
        if key != variable:
            yield "Setting", key, "variable", variable
    for name, role in project.names.roles.items():
        if name != role:
            yield "Application", name, "role", role


def _inventory(project: Project) -> Iterator[tuple[str, str, str, str]]:
    prefixes = {kind.name: prefix for kind, prefix in GROUPS.items()}
    for (kind, name), group in project.names.groups.items():
        if kind in _KINDS and group != f"{prefixes[kind]}_{name}":
            yield _KINDS[kind], name, "group", group
    for (environment, name), host in project.names.hosts.items():
        if name != host:
            yield "Host", f"{environment}/{name}", "host", host


def _playbooks(project: Project) -> Iterator[tuple[str, str, str, str]]:
    paths = {
        "Orchestration": orchestration_paths(project),
        "Pipeline": pipeline_paths(project),
        "Webhook": webhook_paths(project),
    }
    for kind, found in paths.items():
        for name, path in found.items():
            if path in project.output.files and not path.endswith(f"/{name}.yml"):
                yield kind, name, "playbook", path
