"""Entities without an equivalent in Ansible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

#: The reasons, by kind.
_REASONS = {
    layout.NOTIFICATION: "Ansible sends no notifications unless you add a callback plugin, such as "
    "community.general.slack or community.general.mail",
    layout.GROUP: "Ansible has no users and rights; manage access where the playbooks are kept and run",
    layout.ORCHESTRATION_HANDLER: "Ansible does not watch settings; run the playbook of the orchestration after a "
    "change of them",
}


def lose_unsupported(project: Project) -> None:
    """Record notification channels, groups of users, handlers of orchestrations and properties of packages as losses.

    Args:
        project: The conversion.
    """
    for kind, reason in _REASONS.items():
        for entity in project.archive.of(kind):
            entity.source.lose("", reason)
    if project.archive.organization is not None:
        project.archive.organization.source.explain("groups", _REASONS[layout.GROUP])
    for entity in project.archive.of(layout.RESOURCE_PROPERTY):
        entity.source.lose("", _of_property(entity.source))


def _of_property(source: Source) -> str:
    name = source.peek("packageName")
    resource = f"package {name!r}" if name else f"RPM module {source.peek('rpmModule')!r}"
    return (
        f"the role of application {source.peek('application')!r} does not use it; for {resource}, it sets "
        f"{source.peek('key')!r} to {source.peek('value')!r}"
    )
