"""Links between settings, and the settings that take their value from a property of an instance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.archive import Archive
from comodit_client.ansible.inventory.hosts import Host
from comodit_client.ansible.names import variable_name
from comodit_client.ansible.sources import Source
from comodit_client.disk import layout

#: The path of a setting below its organization, such as `("environments", "Prod", "settings", "port")`.
Path = tuple[str, ...]


@frozen(eq=False)
class End:
    """The end of the links that start at a setting.

    Attributes:
        value: The value, or the default of a property.
        property_key: The key of the property that has the value.
        host: The host of the property. None if it is the host that uses the setting.
        path: The settings on the way, without the one at the start.
        is_loop: Whether the links lead to no end.
    """

    value: Any = field(repr=False)
    property_key: str | None
    host: Host | None
    path: tuple[Path, ...]
    is_loop: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the settings on the way."""
        return frozenset(path[-1] for path in self.path)

    def on(self, host: Host) -> Any:
        """Return the value on a host.

        Args:
            host: The host that uses the setting.

        Returns:
            The value. None if there is none.
        """
        if self.property_key is None:
            return self.value
        return (self.host or host).properties.get(self.property_key, self.value)


@frozen(eq=False)
class Links:
    """The settings that links can lead to.

    Attributes:
        organization: The name of the organization.
        targets: The settings, each with the host on or below which it is, by path.
        variables: The variables of the settings that others link to, by path.
    """

    organization: str
    targets: Mapping[Path, tuple[Source, Host | None]] = field(repr=False)
    variables: dict[Path, str] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, archive: Archive, hosts: Iterable[Host]) -> Links:
        """Collect the settings of an archive.

        Args:
            archive: The archive.
            hosts: Its hosts.

        Returns:
            The settings.
        """
        targets: dict[Path, tuple[Source, Host | None]] = {}

        def add(path: Path, source: Source, host: Host | None = None) -> None:
            for setting in source.items("settings"):
                targets[(*path, "settings", str(setting.peek("key")))] = (setting, host)

        for entity in archive:
            if entity.kind == layout.ORGANIZATION:
                add((), entity.source)
            elif entity.kind in _OWNERS:
                add((entity.kind.folder, entity.name), entity.source)
        for host in hosts:
            path: Path = ("environments", host.environment, "hosts", host.entity.name)
            add(path, host.entity.source, host)
            for context in host.contexts:
                add((*path, *context.path), context.source, host)
        links = cls(_organization(archive), targets)
        linked = {links.target(source.peek("link")) for source, _ in targets.values() if source.peek("link")}
        for path in sorted(path for path in linked if path is not None):
            links.variables[path] = _free_name(path, links.variables.values())
        return links

    def follow(self, setting: Source) -> End:
        """Follow the links that start at a setting. Facts: S90, S91, S92.

        Args:
            setting: The setting.

        Returns:
            The end. The default of the last link if its target does not exist. The first default that is not empty if
            the links form a loop.
        """
        document, host = setting.document, None
        defaults: list[Any] = []
        seen: list[Path] = []
        while document.get("link"):
            defaults.append(document.get("value"))
            path = self.target(document["link"])
            if path is None:
                return End(document.get("value"), None, host, tuple(seen))
            if path in seen:
                value = next((value for value in defaults if value not in (None, "")), None)
                return End(value, None, host, tuple(seen), is_loop=True)
            seen.append(path)
            target, owner = self.targets[path]
            document, host = target.document, owner or host
        return End(document.get("value"), document.get("property") or None, host, tuple(seen))

    def target(self, link: Any) -> Path | None:
        """Return the path of the setting that a link names.

        Args:
            link: The link.

        Returns:
            The path below the organization. None if the organization lacks the setting.
        """
        steps = tuple(str(link).strip("/").split("/"))
        path = steps[2:]
        return path if steps[:2] == ("organizations", self.organization) and path in self.targets else None


#: The kinds besides organizations and hosts that have settings.
_OWNERS = (layout.ENVIRONMENT, layout.HOST_GROUP, layout.PLATFORM, layout.DISTRIBUTION)


def _organization(archive: Archive) -> str:
    organization = archive.organization
    if organization is not None:
        return organization.name
    return next((str(top.source.peek("organization")) for top in archive.tops if top.source.peek("organization")), "")


def _free_name(path: Path, taken: Collection[str]) -> str:
    name = f"link_{variable_name('_'.join(path))}"
    numbered = (f"{name}_{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
