"""A playbook for each orchestration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.ansible.names import unique_slugs
from comodit_client.ansible.playbooks.operations import operation_tasks
from comodit_client.ansible.playbooks.ordered import NO_HOSTS, by_position, hosts_in_order
from comodit_client.ansible.texts import label
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.playbooks.host_sets import Uses
    from comodit_client.ansible.project import Project

#: The variable that selects other hosts than those of the orchestration.
HOSTS = "comodit_hosts"
_RULES = f"""Runs all operations on one host, then on the next one. Stops at the first failure.
Other hosts, in this order: -e {HOSTS}=web-1,web-2"""


def add_orchestrations(project: Project, uses: Uses) -> None:
    """Add a playbook for each orchestration.

    Args:
        project: The conversion.
        uses: The roles of the hosts.
    """
    orchestrations = project.archive.of(layout.ORCHESTRATION)
    paths = orchestration_paths(project)
    for orchestration in orchestrations:
        source = orchestration.source
        source.get("name")
        comment = f"{source.text('description')}\n{_RULES}".strip()
        project.output.add_yaml(paths[orchestration.name], [_play(project, uses, orchestration)], comment)


def orchestration_paths(project: Project) -> dict[str, str]:
    """Return the paths of the playbooks of orchestrations.

    Args:
        project: The conversion.

    Returns:
        The paths, by the names of the orchestrations.
    """
    slugs = unique_slugs(one.name for one in project.archive.of(layout.ORCHESTRATION))
    return {name: f"orchestrations/{slug}.yml" for name, slug in slugs.items()}


def _play(project: Project, uses: Uses, orchestration: Entity) -> dict[str, Any]:
    source = orchestration.source
    hosts = hosts_in_order(project, source.items("orderedHostGroup"))
    if not hosts:
        source.lose("orderedHostGroup", f"the folder has none of its host groups with hosts; pass {HOSTS}")
    operations = by_position(source.items("applicationsOperations"))
    return {
        "name": f"Run orchestration {label(orchestration.name)}",
        "hosts": f"{{{{ {HOSTS} | default({hosts or NO_HOSTS!r}) }}}}",
        "order": "inventory",
        "serial": 1,
        "max_fail_percentage": 0,
        "any_errors_fatal": True,
        "gather_facts": False,
        "become": True,
        "tasks": [task for operation in operations for task in operation_tasks(project, uses, operation)],
    }
