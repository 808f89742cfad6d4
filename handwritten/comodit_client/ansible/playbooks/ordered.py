"""The hosts of ordered host groups, and lists with positions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

#: A pattern that matches no host.
NO_HOSTS = "all:!all"


def by_position(items: Sequence[Source]) -> list[Source]:
    """Sort the objects of a list by their position.

    Args:
        items: The objects. The position of one without is its place in the list.

    Returns:
        The objects in order.
    """
    ranks = [(item.get("position"), number) for number, item in enumerate(items)]
    numbers = [number if position is None else position for position, number in ranks]
    return [items[number] for number in sorted(range(len(items)), key=lambda number: numbers[number])]


def hosts_in_order(project: Project, groups: Sequence[Source]) -> list[str]:
    """Return the hosts that an orchestration or a step runs on.

    Args:
        project: The conversion.
        groups: The ordered host groups.

    Returns:
        The names in the inventory, each once.
    """
    entities = {entity.name: entity for entity in project.archive.of(layout.HOST_GROUP)}
    hosts: dict[str, None] = {}
    for entry in by_position(groups):
        group = entry.child("hostGroup")
        name = group.get("name") if group else None
        if group and name in entities:
            for member in group.document:
                group.explain(member, "it is a copy; the host group itself is used")
            hosts.update(dict.fromkeys(_hosts_of(project, entities[name].source)))
        else:
            entry.lose("hostGroup", f"the folder has no host group {name!r}")
    return list(hosts)


def _hosts_of(project: Project, group: Source) -> list[str]:
    found = []
    for member in by_position(group.items("hosts")):
        place = member.text("environment"), member.text("host")
        if place in project.names.hosts:
            found.append(project.names.hosts[place])
    return found
