"""What an inventory does not hold, with the reasons."""

from __future__ import annotations

from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import EMPTY, Source
from comodit_client.disk import layout

#: Members that say where an entity is. The inventory says it by its groups.
_PLACES = (
    "organization",
    "environment",
    "environments",
    "host",
    "name",
    "application",
    "applications",
    "platform",
    "distribution",
)
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
                _lose(entity.source, "uuid", "no variable of the server has it")
    for host in levels.hosts.values():
        _lose(host.entity.source, "state", "it is the state at the time of the export")
        _note_instance(host.entity.singles.get(layout.INSTANCE.name))
        for context in host.contexts:
            _note_context(context.source)


def note_setting(project: Project, setting: Source) -> None:
    """Record which members of a setting are carried over.

    Args:
        project: The conversion.
        setting: The setting.
    """
    for member in ("key", "value", "property"):
        setting.get(member)
    if project.options.links == "reference":
        setting.get("link")
    else:
        _lose(setting, "link", "the value at its end is written, and a reference only with --links reference")
    _lose(setting, "schema", "the parameters of the applications define what values are valid")
    _lose(setting, "version", "the server sets it")


def _note_common(source: Source) -> None:
    for member in _PLACES:
        source.get(member)
    _lose(source, "version", "the server sets it")


def _note_context(source: Source) -> None:
    _note_common(source)
    source.get("position")
    _lose(source, "versionStamp", "the server sets it")
    if source.get("enabled") is False:
        source.lose("enabled", "its effect is unknown, so the role is applied; remove the host from the group if not")
    _lose(source, "services", "the role enables the services that its application enables")


def _note_instance(source: Source | None) -> None:
    if source is not None:
        _note_common(source)
        source.get("properties")
        source.get("hostname")
        for member in _STATES:
            _lose(source, member, "it describes the machine at the time of the export")


def _lose(source: Source, member: str, reason: str) -> None:
    if source.peek(member) not in EMPTY:
        source.lose(member, reason)
