"""What an inventory does not hold, with the reasons."""

from __future__ import annotations

from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
from comodit_client.disk import layout

#: Members that say where an entity is. The inventory says it by its groups.
_PLACES = ("organization", "environment", "environments", "host", "name", "applications", "platform", "distribution")
#: Members of an instance that describe the machine at the time of the export.
_STATES = ("state", "synapseState", "locked", "hostData")


def note_losses(project: Project, levels: Levels) -> None:
    """Record what the inventory carries over by its structure, and what it does not.

    Args:
        project: The conversion.
        levels: The levels of settings.
    """
    for entity in project.archive:
        if entity.kind in (layout.ORGANIZATION, layout.ENVIRONMENT, layout.HOST_GROUP, layout.HOST):
            _note_common(entity.source)
            if entity.kind != layout.HOST:
                entity.source.lose("uuid", "no variable of the server has it")
    for host in levels.hosts.values():
        host.entity.source.lose("state", "it is the state at the time of the export")
        _note_instance(host.entity.singles.get(layout.INSTANCE.name))
        for context in host.contexts:
            _note_context(context.source)


def _note_common(source: Source) -> None:
    for member in _PLACES:
        source.get(member)
    source.lose("version", "the server sets it")


def _note_context(source: Source) -> None:
    _note_common(source)
    source.get("position")
    source.lose("versionStamp", "the server sets it")
    if source.get("enabled") is False:
        source.lose("enabled", "its effect is unknown, so the role is applied; remove the host from the group if not")
    source.lose("services", "the role enables the services that its application enables")


def _note_instance(source: Source | None) -> None:
    if source is not None:
        _note_common(source)
        source.get("properties")
        source.get("hostname")
        for member in _STATES:
            source.lose(member, "it describes the machine at the time of the export")
