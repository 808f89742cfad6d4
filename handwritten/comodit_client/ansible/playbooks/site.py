"""The playbooks for all hosts: site.yml, uninstall.yml and provision.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.ansible.names import definition_role
from comodit_client.ansible.playbooks.host_sets import RoleUse, Uses, grouped
from comodit_client.ansible.playbooks.patterns import pattern
from comodit_client.ansible.texts import label
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project

#: The variable that selects the application to remove.
TO_REMOVE = "comodit_application"
_SITE = "Installs and configures the applications of all hosts."
_UNINSTALL = f"""Removes one application from its hosts: -e {TO_REMOVE}=ROLE
Removes all applications, the last installed one first: -e '{TO_REMOVE}=*'"""
_PROVISION = (
    "Renders the files of platforms and distributions, such as kickstart files, in provisioning/ on this machine."
)
#: The number of hosts that the name of a play spells out.
_NAMED = 3

Play = dict[str, Any]


def add_site(project: Project, uses: Uses) -> None:
    """Add site.yml, uninstall.yml and provision.yml. Each exists only if it has something to do.

    Args:
        project: The conversion.
        uses: The roles of the hosts.
    """
    plays = [(pattern(project, hosts), hosts.roles) for hosts in grouped(uses.applications)]
    plays = plays or _without_hosts(project)
    machines = [(pattern(project, hosts), hosts.roles) for hosts in grouped(uses.definitions)]
    files = {
        "site.yml": ([_install(hosts, roles) for hosts, roles in plays], _SITE),
        "uninstall.yml": ([_uninstall(hosts, roles) for hosts, roles in reversed(plays)], _UNINSTALL),
        "provision.yml": ([_render(hosts, roles) for hosts, roles in machines or _definitions(project)], _PROVISION),
    }
    for path, (document, comment) in files.items():
        if document:
            project.output.add_yaml(path, document, comment)


def _without_hosts(project: Project) -> list[tuple[str | list[str], tuple[RoleUse, ...]]]:
    """Return the plays for an archive in which no host has an application.

    A single application without any hosts is for all hosts that a user adds. Otherwise the user puts hosts into the
    groups of the applications.
    """
    applications = project.archive.of(layout.APPLICATION)
    is_alone = len(applications) == 1 and not project.archive.hosts
    return [
        ("all" if is_alone else _group(project, one), (RoleUse(project.names.roles[one.name], one.name),))
        for one in applications
    ]


def _definitions(project: Project) -> list[tuple[str | list[str], tuple[RoleUse, ...]]]:
    """Return the plays for an archive in which no host has a platform or a distribution."""
    return [
        (_group(project, one), (RoleUse(definition_role(kind, one.name), one.name),))
        for kind in (layout.PLATFORM, layout.DISTRIBUTION)
        for one in project.archive.of(kind)
    ]


def _group(project: Project, entity: Entity) -> str:
    return project.names.groups[entity.kind.name, entity.name]


def _install(hosts: str | list[str], roles: tuple[RoleUse, ...]) -> Play:
    return {
        "name": _title("Configure", hosts),
        "hosts": hosts,
        "become": True,
        "tasks": [_import(f"Install {label(use.name)}", use) for use in roles],
    }


def _uninstall(hosts: str | list[str], roles: tuple[RoleUse, ...]) -> Play:
    check = {
        "name": "Check that an application is selected",
        "ansible.builtin.assert": {
            "that": [f"{TO_REMOVE} is defined"],
            "fail_msg": f"Select the application to remove: -e {TO_REMOVE}=ROLE",
            "quiet": True,
        },
    }
    return {
        "name": _title("Remove applications from", hosts),
        "hosts": hosts,
        "become": True,
        "tasks": [check, *(_remove(use) for use in reversed(roles))],
    }


def _remove(use: RoleUse) -> dict[str, Any]:
    return {
        "name": f"Remove {label(use.name)}",
        "ansible.builtin.include_role": {"name": use.role, "tasks_from": "uninstall"},
        **({"vars": dict(use.variables)} if use.variables else {}),
        "when": f"{TO_REMOVE} in ['{use.role}', '*']",
    }


def _render(hosts: str | list[str], roles: tuple[RoleUse, ...]) -> Play:
    # The machines may not exist yet, so nothing is gathered from them.
    return {
        "name": _title("Render files for the provisioning of", hosts),
        "hosts": hosts,
        "gather_facts": False,
        "tasks": [_import(f"Render the files of {label(use.name)}", use) for use in roles],
    }


def _import(name: str, use: RoleUse) -> dict[str, Any]:
    return {
        "name": name,
        "ansible.builtin.import_role": {"name": use.role},
        **({"vars": dict(use.variables)} if use.variables else {}),
    }


def _title(verb: str, hosts: str | list[str]) -> str:
    if isinstance(hosts, str):
        return f"{verb} {'all hosts' if hosts == 'all' else hosts}"
    return f"{verb} {', '.join(hosts) if len(hosts) <= _NAMED else f'{len(hosts)} hosts'}"
