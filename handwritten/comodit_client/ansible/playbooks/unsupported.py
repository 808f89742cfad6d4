"""Entities without an equivalent in Ansible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project

#: The reasons, by kind.
_REASONS = {
    layout.NOTIFICATION: "Ansible sends no notifications unless you add a callback plugin, such as "
    "community.general.slack or community.general.mail",
    layout.GROUP: "Ansible has no users and rights; manage access where the playbooks are kept and run",
    layout.ORCHESTRATION_HANDLER: "Ansible does not watch settings; run the playbook of the orchestration after a "
    "change of them",
}


def lose_unsupported(project: Project) -> None:
    """Record notification channels, groups of users and handlers of orchestrations as losses.

    Args:
        project: The conversion.
    """
    for kind, reason in _REASONS.items():
        for entity in project.archive.of(kind):
            entity.source.lose("", reason)
