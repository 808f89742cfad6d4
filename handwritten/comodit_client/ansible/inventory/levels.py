"""The levels of settings, and the effective value of a key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from attrs import field, frozen

from comodit_client.ansible.archive import Archive, Entity
from comodit_client.ansible.inventory.hosts import Context, Host, hosts_of
from comodit_client.ansible.inventory.links import End, Links
from comodit_client.ansible.sources import Source
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member
from comodit_client.rest.exceptions import ExportException

#: Settings by key.
Settings = Mapping[str, Source]


@frozen(eq=False)
class Levels:
    """The levels of settings of an archive.

    Attributes:
        organization: The organization, if the archive has it.
        hosts: The hosts.
        links: The settings that links can lead to.
    """

    organization: Entity | None
    hosts: Mapping[Entity, Host] = field(repr=False)
    links: Links = field(repr=False)

    @classmethod
    def of(cls, archive: Archive) -> Levels:
        """Return the levels of an archive. They are collected once.

        Args:
            archive: The archive.

        Returns:
            The levels.
        """
        if archive not in _KNOWN:
            hosts = hosts_of(archive)
            links = Links.of(archive, hosts)
            _KNOWN[archive] = cls(archive.organization, {host.entity: host for host in hosts}, links)
        return _KNOWN[archive]

    def host(self, entity: Entity) -> Host:
        """Return a host.

        Args:
            entity: The host in the archive.

        Returns:
            The host.

        Raises:
            ExportException: The archive has no such host.
        """
        if entity not in self.hosts:
            raise ExportException(
                f"Cannot convert host {entity.name!r}: it is not in the archive. Pass one of its hosts"
            )
        return self.hosts[entity]

    def owners(self, host: Host) -> list[Entity]:
        """Return the owners of the levels that a host shares with other hosts.

        Args:
            host: The host.

        Returns:
            Host groups, environment and organization, the strongest first. Facts: S88, S89.
        """
        return [owner for owner in (*reversed(host.groups), host.owner, self.organization) if owner is not None]

    def shared(self, host: Host) -> list[Settings]:
        """Return the levels that a host shares with other hosts.

        Args:
            host: The host.

        Returns:
            The settings of each level, the strongest first.
        """
        return [settings_of(owner.source) for owner in self.owners(host)]

    def of_context(self, host: Host, context: Context) -> list[Settings]:
        """Return the levels of settings as a context sees them, without the parameters of its definition.

        Args:
            host: The host.
            context: The context on it.

        Returns:
            The levels, the strongest first.
        """
        levels = [settings_of(context.source), settings_of(host.entity.source), *self.shared(host)]
        if context.kind != layout.APPLICATION and context.definition is not None:
            levels.append(settings_of(context.definition.source))
        return levels

    def effective(self, host: Host, context: Context, key: str) -> Any:
        """Return the effective value of a key for a context.

        Args:
            host: The host.
            context: The context on it.
            key: The key.

        Returns:
            The value. None if there is none.
        """
        end = self.find(self.of_context(host, context), key)
        return end.on(host) if end else default_of(context, key)

    def find(self, levels: Sequence[Settings], key: str) -> End | None:
        """Find the setting that is effective, and follow its links.

        Args:
            levels: The levels, the strongest first.
            key: The key.

        Returns:
            The end of its links. None if no level has the key.
        """
        return next((self.links.follow(level[key]) for level in levels if key in level), None)


def settings_of(source: Source) -> dict[str, Source]:
    """Return the settings in a definition.

    Args:
        source: The definition.

    Returns:
        The settings, by key.
    """
    return {str(setting.peek("key")): setting for setting in source.items("settings")}


def default_of(context: Context, key: str) -> Any:
    """Return the default that a parameter gives to a key.

    Args:
        context: The context of the definition with the parameter.
        key: The key.

    Returns:
        The value. None if there is none.
    """
    parameters = list_member(context.definition.source.document, "parameters") if context.definition else []
    return next((one["value"] for one in reversed(parameters) if one.get("key") == key and "value" in one), None)


def has_default(host: Host, key: str) -> bool:
    """Return whether a role of a host has a default for a key.

    Args:
        host: The host.
        key: The key.

    Returns:
        True if a parameter, or a setting of the platform or distribution, has a value.
    """
    return any(
        default_of(context, key) is not None
        or (context.definition is not None and key in settings_of(context.definition.source))
        for context in host.contexts
    )


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are the same JSON.

    Args:
        one: A value.
        other: The other value.

    Returns:
        False for 1 and true, which Python takes for equal.
    """
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


#: The levels of the archives that are in use.
_KNOWN: WeakKeyDictionary[Archive, Levels] = WeakKeyDictionary()
