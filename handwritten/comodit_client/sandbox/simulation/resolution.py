"""The effective value of a setting for a host: precedence of levels, links and instance properties.

Host groups rank between the environment and the host, the newest first; no fact says where. The rank of platform
settings and the member `final` are not simulated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.sandbox.simulation.machine import properties_of
from comodit_client.sandbox.state.definitions import DEFINITIONS, defaults_of, definition_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node, Store


@frozen
class Level:
    """A level of settings.

    Attributes:
        path: Its path.
        settings: Its settings by key.
        organization: The organization in which links of its settings end.
    """

    path: str
    settings: Mapping[str, Document]
    organization: Node


@frozen
class ResolvedSetting:
    """The effective value of a setting.

    Attributes:
        path: The path of the level that defines it.
        value: The value.
        keys: The key of the setting, and those of the settings that it links to.
    """

    path: str
    value: Any
    keys: frozenset[str]

    @property
    def is_of_host_group(self) -> bool:
        """Whether a host group defines the setting."""
        return self.path.split("/")[2:3] == ["hostgroups"]


class Resolver:
    """Resolves settings in one state of the store, with a cache."""

    def __init__(self, store: Store, now: float) -> None:
        self._store = store
        self._now = now
        self._settings: dict[int, dict[str, Document]] = {}
        self._host_groups: dict[int, list[Node]] = {}
        self._definitions: dict[tuple[int, str, str], Node | None] = {}

    def levels(self, place: Place, context: Node) -> list[Level]:
        """Return the levels for a context of a host, the strongest first (S88, S89).

        Args:
            place: The host.
            context: The application, platform or distribution context on it.
        """
        organization = f"organizations/{place.organization.name}"
        single = context.kind != "applications"
        owned = [
            (f"{place.path}/{context.kind}{'' if single else f'/{context.name}'}", context),
            (place.path, place.host),
            *((f"{organization}/hostgroups/{group.name}", group) for group in self._groups(place)),
            (f"{organization}/environments/{place.environment.name}", place.environment),
            (organization, place.organization),
        ]
        levels = [Level(path, self._of(owner), place.organization) for path, owner in owned]
        definition = self.definition(place.organization, context)
        if definition is not None:
            path = f"{organization}/{DEFINITIONS[context.kind]}/{definition.name}"
            if single:
                levels.append(Level(path, self._of(definition), place.organization))
            levels.append(Level(path, defaults_of(definition), place.organization))
        return levels

    def definition(self, organization: Node, context: Node) -> Node | None:
        """Return the application, platform or distribution of a context."""
        key = (organization.id, context.kind, context.name)
        if key not in self._definitions:
            self._definitions[key] = definition_of(self._store, organization, context)
        return self._definitions[key]

    def find(self, levels: Sequence[Level], key: str, host: Node) -> ResolvedSetting | None:
        """Return the effective value of a key, or None if no level defines it.

        Args:
            levels: The levels, the strongest first.
            key: The key of the setting.
            host: The host whose instance properties are used.
        """
        for level in levels:
            if key in level.settings:
                value, keys = self._value(level.settings[key], host, level.organization)
                return ResolvedSetting(level.path, value, frozenset([key, *keys]))
        return None

    def _groups(self, place: Place) -> list[Node]:
        organization, uuid = place.organization.id, place.host.doc["uuid"]
        if organization not in self._host_groups:
            self._host_groups[organization] = self._store.children(organization, "hostgroups")[::-1]
        groups = self._host_groups[organization]
        return [group for group in groups if any(entry["host"]["uuid"] == uuid for entry in group.data["hosts"])]

    def _of(self, owner: Node) -> dict[str, Document]:
        if owner.id not in self._settings:
            nodes = self._store.children(owner.id, "settings")
            self._settings[owner.id] = {node.name: node.doc for node in nodes}
        return self._settings[owner.id]

    def _value(self, setting: Document, host: Node | None, organization: Node) -> tuple[Any, Iterable[str]]:
        """Follow links to their end; a loop gives the first default in it that is not empty (S92).

        A link that leads out of the organization has no target.

        Returns:
            The value, and the keys of the settings on the way.
        """
        defaults = []
        seen: dict[int, str] = {}
        while setting.get("link"):
            defaults.append(setting.get("value"))
            target = self._at(setting["link"], organization)
            if target is None:
                return setting.get("value"), seen.values()
            node, owner = target
            if node.id in seen:
                return next((value for value in defaults if value not in (None, "")), None), seen.values()
            seen[node.id] = node.name
            setting, host = node.doc, owner or host
        if setting.get("property"):
            return self._property(setting["property"], host, setting.get("value")), seen.values()
        return setting.get("value"), seen.values()

    def _property(self, key: str, host: Node | None, default: Any) -> Any:
        instance = self._store.single(host.id, "instance") if host else None
        properties = properties_of(instance.data, self._now) if instance else []
        return next((item.get("value") for item in properties if item["key"] == key), default)

    def _at(self, path: str, organization: Node) -> tuple[Node, Node | None] | None:
        """Return the setting at a path in an organization (S91) and its host, if any."""
        steps = iter(path.strip("/").split("/"))
        if (next(steps), next(steps, "")) != ("organizations", organization.name):
            return None
        node, host = organization, None
        for kind in steps:
            if kind in ("platform", "distribution"):
                found = self._store.single(node.id, kind)
            else:
                found = self._store.find(node.id, kind, next(steps, ""))
            if found is None:
                return None
            node = found
            if node.kind == "hosts":
                host = node
        return (node, host) if node.kind == "settings" else None
