"""Environments: sets of hosts that share settings and rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client import wire
from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio._shared.groups_and_logs import HasGroupsAndLogs
from comodit_client.aio._shared.settings_of_levels import HasImpacts, HasSettingsTree
from comodit_client.aio.capabilities import Clearable
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import environments as views

if TYPE_CHECKING:
    from comodit_client.aio._shared.log_operations import LogOperations
    from comodit_client.aio._shared.property_operations import PropertyOperations
    from comodit_client.aio.host import Host, HostCollection
    from comodit_client.wire.dicts.environments import EnvironmentMembers, EnvironmentOptions
    from comodit_client.wire.group_trees import GroupEnvironmentTree, GroupOrganizationTree


class Environment(HasSettingsTree, HasImpacts, HasGroupsAndLogs, views.Environment, RenamableEntity):
    """An environment: a set of hosts of an organization."""

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.environment_settings.Operations]:
        return wire.environment_settings.Operations

    @property
    def _impact_operations(self) -> type[wire.environment_settings.Operations]:
        return wire.environment_settings.Operations

    @property
    def _property_operations(self) -> PropertyOperations:
        from comodit_client.aio._shared.property_operations import PropertyOperations

        return PropertyOperations(
            wire.environment_application_properties.Operations,
            wire.environment_package_properties.Operations,
            wire.environment_rpm_module_properties.Operations,
        )

    @property
    def _tree_operations(self) -> views.Operations:
        return self._home_as(EnvironmentCollection).operations

    @property
    def _group_operations(self) -> type[wire.environment_groups.Operations]:
        return wire.environment_groups.Operations

    @property
    def _log_operations(self) -> LogOperations:
        from comodit_client.aio._shared.log_operations import LogOperations

        return LogOperations(
            wire.environment_audit_logs.Operations,
            wire.environment_agent_logs.Operations,
            wire.environment_notification_logs.Operations,
            wire.environment_other_logs.Operations,
        )

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: EnvironmentCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[EnvironmentMembers],
        ) -> None: ...

        @property
        def collection(self) -> EnvironmentCollection: ...

    def hosts(self) -> HostCollection:
        """Return the hosts of the environment. Sends no request."""
        organization, environment = self._names
        return self.client.hosts(organization, environment)

    async def get_host(self, name: str) -> Host:
        """Get a host.

        Args:
            name: The name.

        Returns:
            The host.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.hosts().get(name)

    async def clone(self, clone_name: str) -> Environment:
        """Copy the environment with its hosts. The new hosts are in the state DEFINED.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.

        Facts: S33, S34.
        """
        organization, environment = self._names
        request = views.clone(organization, environment, name=clone_name)
        copy = await self.client.session.run_or_none(request)
        return Environment(self.collection, {"name": clone_name} if copy is None else copy.get_json())

    async def groups_tree(self) -> GroupOrganizationTree | GroupEnvironmentTree:
        """Get the tree of the groups with rights on the environment.

        Returns:
            The tree. It starts at the organization if the server includes inherited rights.
        """
        from comodit_client.wire.group_trees import GroupEnvironmentTree, GroupOrganizationTree

        document = (await self.client.run(views.get_groups_tree(*self._names))).get_json()
        return (
            GroupOrganizationTree.from_json(document)
            if "organization" in document
            else GroupEnvironmentTree.from_json(document)
        )

    async def groupsTree(self) -> GroupOrganizationTree | GroupEnvironmentTree:  # noqa: N802 - the original client's name
        """Return the same tree as `groups_tree`."""
        return await self.groups_tree()


class EnvironmentCollection(DescribedCollection[Environment], Clearable[Environment]):
    """The environments of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Environment:
        return Environment(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[EnvironmentOptions]) -> Environment:
        return self.build({"name": name, "description": description}, members)

    async def create(
        self, name: str, description: str | None = "", **members: Unpack[EnvironmentOptions]
    ) -> Environment:
        environment = self.new(name, description, **members)
        await environment.create()
        return environment
