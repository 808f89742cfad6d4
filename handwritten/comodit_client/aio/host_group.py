"""Host groups: ordered hosts that orchestrations and pipelines run on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack, overload

from comodit_client import wire
from comodit_client.aio._shared.ordered_host_groups import in_order
from comodit_client.aio._shared.settings_of_levels import HasImpacts
from comodit_client.aio.capabilities import EditableCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import host_groups as views
from comodit_client.wire.host_groups import OrderedHost
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.aio._shared.property_operations import PropertyOperations
    from comodit_client.wire.dicts.host_groups import HostGroupMembers, HostGroupOptions

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost"]


class HostGroup(HasImpacts, views.HostGroup, RenamableEntity):
    """An ordered group of hosts from any environment of an organization.

    `ordered_host` keeps the server's order. `show` sorts the hosts by their `position`.
    """

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.host_group_settings.Operations]:
        return wire.host_group_settings.Operations

    @property
    def _impact_operations(self) -> type[wire.host_group_settings.Operations]:
        return wire.host_group_settings.Operations

    @property
    def _property_operations(self) -> PropertyOperations:
        from comodit_client.aio._shared.property_operations import PropertyOperations

        return PropertyOperations(
            wire.host_group_application_properties.Operations,
            wire.host_group_package_properties.Operations,
            wire.host_group_rpm_module_properties.Operations,
        )

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: HostGroupCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[HostGroupMembers],
        ) -> None: ...

        @property
        def collection(self) -> HostGroupCollection: ...

    def add_host(self, environment: str, host: str) -> None:
        """Add a host at the end, for `create` or `update` to send.

        Args:
            environment: The name of the host's environment.
            host: The host's name.
        """
        positions = [ordered.position for ordered in self.ordered_host if isinstance(ordered.position, int)]
        self.ordered_host.append({"position": max(positions, default=-1) + 1, "environment": environment, "host": host})

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return views.HostGroup.from_json(in_order(self._data, "hosts")).show_lines(indent)


class HostGroupCollection(EditableCollection[HostGroup]):
    """The host groups of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> HostGroup:
        return HostGroup(self, json_data)

    @overload
    def new(self, name: str, **members: Unpack[HostGroupOptions]) -> HostGroup: ...

    @overload
    def new(self, json_data: Mapping[str, Any], /) -> HostGroup: ...

    @overload
    @deprecated("Use name= instead of json_data=.")
    def new(self, *, json_data: Mapping[str, Any] | str) -> HostGroup: ...

    @renamed(json_data="name")
    def new(self, name: Mapping[str, Any] | str, **members: Any) -> HostGroup:
        """Build a host group without sending it.

        Args:
            name: The name, or the JSON object, such as `{"name": "Front", "hosts": [...]}`.
            members: Other members, as keywords of `HostGroup`.

        Returns:
            The host group, ready for `create`.
        """
        return self._described(name, members)

    @overload
    async def create(self, name: str, **members: Unpack[HostGroupOptions]) -> HostGroup: ...

    @overload
    async def create(self, json_data: Mapping[str, Any], /) -> HostGroup: ...

    @overload
    @deprecated("Use name= instead of json_data=.")
    async def create(self, *, json_data: Mapping[str, Any] | str) -> HostGroup: ...

    @renamed(json_data="name")
    async def create(self, name: Mapping[str, Any] | str, **members: Any) -> HostGroup:
        """Create a host group.

        Args:
            name: The name, or the JSON object.
            members: Other members, as keywords of `HostGroup`.

        Returns:
            The host group.

        Raises:
            Conflict: The name is already in use.
            BadRequest: A host does not exist.
        """
        group = self._described(name, members)
        await group.create()
        return group

    def _described(self, name: Mapping[str, Any] | str, members: Mapping[str, object]) -> HostGroup:
        described = name if isinstance(name, Mapping) else {"name": name}
        return self.build({member: unwrapped(value) for member, value in described.items()}, members)
