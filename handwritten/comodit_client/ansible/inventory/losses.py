"""What an inventory does not hold, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping

from comodit_client.ansible.inventory.levels import Levels
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
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
#: Why members of settings are not carried over.
_OF_SETTINGS: Mapping[str, str] = {
    "key": "the setting has no value, so no variable has it",
    "value": "the value of the link or of the property is used instead",
    "link": "the value at its end is written, and a reference only with --links reference",
    "property": "no variable refers to it",
    "schema": "the parameters of the applications define what values are valid",
}
#: Members of an instance that describe the machine at the time of the export.
_STATES = ("locked", "hostData")


def note_losses(project: Project, levels: Levels) -> None:
    """Record what the inventory carries over by its structure, and what it does not.

    Args:
        project: The conversion.
        levels: The levels of settings.
    """
    for entity in project.archive:
        if entity.kind in (layout.ORGANIZATION, layout.ENVIRONMENT, layout.HOST_GROUP, layout.HOST):
            _note_places(entity.source)
    for host in levels.hosts.values():
        _note_instance(host.entity.singles.get(layout.INSTANCE.name))
        for context in host.contexts:
            _note_context(context.source)


def note_setting(setting: Source) -> None:
    """Record why members of a setting are not carried over, in case that no variable has them.

    Args:
        setting: The setting.
    """
    for member, reason in _OF_SETTINGS.items():
        setting.explain(member, reason)


def _note_places(source: Source) -> None:
    for member in _PLACES:
        source.get(member)


def _note_context(source: Source) -> None:
    _note_places(source)
    source.get("position")
    if source.get("enabled") is False:
        source.lose("enabled", "its effect is unknown, so the role is applied; remove the host from the group if not")
    source.explain("services", "the role enables the services that its application enables")


def _note_instance(source: Source | None) -> None:
    if source is not None:
        _note_places(source)
        _note_properties(source)
        source.explain("hostname", "another address of the host is used")
        for member in _STATES:
            source.explain(member, "it describes the machine at the time of the export")


def _note_properties(instance: Source) -> None:
    """Record the properties, which are a variable of the host by their keys. The first one of a key counts."""
    keys = set()
    for item in instance.items("properties"):
        item.get("value")
        if item.text("key") in keys:
            item.lose("", "another property has the same key")
        elif item.peek("key") == "hostname" and item.peek("value") == instance.peek("hostname"):
            instance.get("hostname")
        keys.add(item.text("key"))
