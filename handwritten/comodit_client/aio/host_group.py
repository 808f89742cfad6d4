"""Host groups: ordered hosts that orchestrations and pipelines run on. Groups of users are in `group`."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.aio.has_settings import HasSettings
from comodit_client.aio.ordered_host_groups import in_order
from comodit_client.wire import host_groups as views
from comodit_client.wire.host_groups import OrderedHost
from comodit_client.wire.orchestrations import OrderedHostGroup
from comodit_client.wire.view import unwrapped

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost", "OrderedHostGroup"]


class HostGroup(HasSettings, views.HostGroup, Entity):
    """Ordered hosts of an organization, possibly of several environments."""

    __slots__ = ()

    SETTINGS_API = "host_group_settings"

    def add_host(self, environment: str, host: str) -> None:
        """Add a host after the others; `create` or `update` sends it.

        Args:
            environment: The name of the host's environment.
            host: The host's name.
        """
        taken = [item.position for item in self.ordered_host if isinstance(item.position, int)]
        position = max(taken, default=-1) + 1
        self.ordered_host.append({"position": position, "environment": environment, "host": host})

    def _lines(self, indent: int) -> builtins.list[str]:
        return views.HostGroup(in_order(self._data, "hosts"))._lines(indent)


class HostGroupCollection(Collection[HostGroup]):
    """The host groups of an organization."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> HostGroup:
        return HostGroup(self, json_data)

    def new(self, json_data: dict[str, Any]) -> HostGroup:
        """Describe a host group; nothing is sent.

        Args:
            json_data: Its JSON object: `name`, and what else is known.

        Returns:
            The host group, to `create` or to reach its settings.
        """
        return self._new(json_data)

    async def create(
        self, name: str, description: str | None = "", hosts: Iterable[OrderedHost | Mapping[str, Any]] = ()
    ) -> HostGroup:
        """Create a host group.

        Args:
            name: Its name, unique in the organization.
            description: Free text.
            hosts: Its hosts, each with `position`, `environment` and `host`.

        Returns:
            The host group.

        Raises:
            BadRequest: There is no such host in the organization.
            Conflict: There is a host group with that name.
        """
        group = self.new({"name": name, "description": description, "hosts": unwrapped(list(hosts))})
        await group.create()
        return group
