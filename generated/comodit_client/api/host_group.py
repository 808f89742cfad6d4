# Made by `python -m generator` from handwritten/comodit_client/aio/host_group.py.
# Do not edit: change that, then run `make generate`.
"""Host groups: hosts in an order, for orchestrations and pipelines to run on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api._shared.ordered_host_groups import in_order
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import host_groups as views
from comodit_client.wire.host_groups import OrderedHost
from comodit_client.wire.view import unwrapped

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost"]


class HostGroup(HasSettings, views.HostGroup, Entity):
    """Hosts of an organization in an order, from any of its environments.

    `ordered_host` is in the server's order; each host says its `position`, by which `show` puts them in order.
    """

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "host_group_settings"

    def add_host(self, environment: str, host: str) -> None:
        """Add a host behind the others; `create` or `update` sends it.

        Args:
            environment: The name of the host's environment.
            host: The host's name.
        """
        positions = [ordered.position for ordered in self.ordered_host if isinstance(ordered.position, int)]
        self.ordered_host.append({"position": max(positions, default=-1) + 1, "environment": environment, "host": host})

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of blanks before each line.
        """
        return views.HostGroup(in_order(self._data, "hosts")).show_lines(indent)


class HostGroupCollection(Collection[HostGroup]):
    """The host groups of an organization."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> HostGroup:
        return HostGroup(self, json_data)

    def new(self, json_data: Mapping[str, Any] | str) -> HostGroup:
        """Describe a host group; nothing is sent.

        Args:
            json_data: Its JSON object, such as `{"name": "Front", "hosts": [...]}`, or its name.

        Returns:
            The host group, to `create`.
        """
        if isinstance(json_data, str):
            return self.wrap({"name": json_data})
        return self.wrap({member: unwrapped(value) for member, value in json_data.items()})

    def create(self, json_data: Mapping[str, Any] | str) -> HostGroup:
        """Create a host group.

        Args:
            json_data: Its JSON object, or its name.

        Returns:
            The host group.

        Raises:
            Conflict: There is one with that name.
            BadRequest: A host is not there.
        """
        group = self.new(json_data)
        group.create()
        return group
