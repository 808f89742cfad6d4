"""The shortest way to name hosts in a play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comodit_client.ansible.playbooks.host_sets import HostSet, named_hosts
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project


def pattern(project: Project, hosts: HostSet) -> str | list[str]:
    """Return what names exactly the given hosts.

    Args:
        project: The conversion.
        hosts: The hosts.

    Returns:
        A group if it has these hosts and no others, else the names of the hosts.
    """
    wanted = set(hosts.hosts)
    return next((group for group, members in _groups(project, hosts) if members == wanted), list(hosts.hosts))


def _groups(project: Project, hosts: HostSet) -> Iterator[tuple[str, set[str]]]:
    """Yield groups whose future hosts presumably get the same roles, the most specific first."""
    names = project.names
    found = list(named_hosts(project))
    if len(hosts.roles) == 1:
        application = hosts.roles[0].name
        users = {
            name for name, host in found if any(one.name == application for one in host.of(layout.APPLICATION_CONTEXT))
        }
        if (layout.APPLICATION.name, application) in names.groups:
            yield names.groups[layout.APPLICATION.name, application], users
    for group in project.archive.of(layout.HOST_GROUP):
        members = list_member(group.source.document, "hosts")
        places = {(str(one.get("environment")), str(one.get("host"))) for one in members}
        yield names.groups[group.kind.name, group.name], {names.hosts[place] for place in places & names.hosts.keys()}
    for environment in project.archive.of(layout.ENVIRONMENT):
        hosts_of = {names.hosts[environment.name, host.name] for host in environment.of(layout.HOST)}
        yield names.groups[environment.kind.name, environment.name], hosts_of
    yield "all", {name for name, _ in found}
