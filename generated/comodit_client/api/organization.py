# Made by `python -m generator` from handwritten/comodit_client/aio/organization.py.
# Do not edit: change that, then run `make generate`.
"""Organizations: the tenants, which own all other entities."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client import wire
from comodit_client.api._organization.definitions import OwnDefinitions
from comodit_client.api._shared.groups_and_logs import HasGroupsAndLogs
from comodit_client.api._shared.settings_of_levels import HasImpacts, HasSettingsTree
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.editable import RenamableEntity
from comodit_client.wire import organizations as views
from comodit_client.wire.organizations import OrganizationAccess

if TYPE_CHECKING:
    from comodit_client.api._shared.log_operations import LogOperations
    from comodit_client.api._shared.property_operations import PropertyOperations
    from comodit_client.api.application_key import ApplicationKey, ApplicationKeyCollection
    from comodit_client.api.environment import Environment, EnvironmentCollection
    from comodit_client.api.host import Host
    from comodit_client.api.host_group import HostGroup, HostGroupCollection
    from comodit_client.api.job import JobCollection
    from comodit_client.api.notification import NotificationCollection
    from comodit_client.api.orchestration import OrchestrationCollection
    from comodit_client.api.pipeline import PipelineCollection
    from comodit_client.api.webhook import WebhookCollection
    from comodit_client.wire.dicts.organizations import OrganizationMembers, OrganizationOptions
    from comodit_client.wire.group_trees import GroupOrganizationTree

__all__ = ["Organization", "OrganizationAccess", "OrganizationCollection"]


class Organization(OwnDefinitions, HasSettingsTree, HasImpacts, HasGroupsAndLogs, views.Organization, RenamableEntity):
    """A tenant. It owns environments, applications, platforms and distributions."""

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.organization_settings.Operations]:
        return wire.organization_settings.Operations

    @property
    def _impact_operations(self) -> type[wire.organization_settings.Operations]:
        return wire.organization_settings.Operations

    @property
    def _property_operations(self) -> PropertyOperations:
        from comodit_client.api._shared.property_operations import PropertyOperations

        return PropertyOperations(
            wire.organization_application_properties.Operations,
            wire.organization_package_properties.Operations,
            wire.organization_rpm_module_properties.Operations,
        )

    @property
    def _tree_operations(self) -> views.Operations:
        return self._home_as(OrganizationCollection).operations

    @property
    def _group_operations(self) -> type[wire.organization_groups.Operations]:
        return wire.organization_groups.Operations

    @property
    def _log_operations(self) -> LogOperations:
        from comodit_client.api._shared.log_operations import LogOperations

        return LogOperations(
            wire.organization_audit_logs.Operations,
            wire.organization_agent_logs.Operations,
            wire.organization_notification_logs.Operations,
            wire.organization_other_logs.Operations,
        )

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: OrganizationCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OrganizationMembers],
        ) -> None: ...

        @property
        def collection(self) -> OrganizationCollection: ...

    @property
    def access_key(self) -> str | None:
        """The access key of the organization's agents; None for users who may not see it."""
        return self.access_f.access_key

    @property
    def secret_key(self) -> str | None:
        """The secret key of the organization's agents; None for users who may not see it."""
        return self.access_f.secret_key

    def get_access(self) -> OrganizationAccess:
        """Get the access key and the secret key of the organization's agents.

        Returns:
            Both keys.

        Facts: S22.
        """
        return self.client.run(views.get_access(self.identifier))

    def reset_secret(self) -> None:
        """Generate a new secret key and keep the access key. A later `refresh` reads it.

        Raises:
            Forbidden: The user may not change the key.

        Facts: S22.
        """
        self.client.session.run_or_none(views.renew_access(self.identifier))

    def environments(self) -> EnvironmentCollection:
        """Return the environments of the organization. Sends no request."""
        return self.client.environments(self.identifier)

    def get_environment(self, name: str) -> Environment:
        """Get an environment.

        Args:
            name: The name.

        Returns:
            The environment.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.environments().get(name)

    def application_keys(self) -> ApplicationKeyCollection:
        """Return the application keys of the organization. Sends no request."""
        return self.client.application_keys(self.identifier)

    def get_application_key(self, name: str) -> ApplicationKey:
        """Get an application key.

        Args:
            name: The key's name, not its token.

        Returns:
            The key.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.application_keys().get(name)

    def orchestrations(self) -> OrchestrationCollection:
        """Return the orchestrations of the organization. Sends no request."""
        return self.client.orchestrations(self.identifier)

    def pipelines(self) -> PipelineCollection:
        """Return the pipelines of the organization. Sends no request."""
        return self.client.pipelines(self.identifier)

    def jobs(self) -> JobCollection:
        """Return the jobs of the organization. Sends no request."""
        return self.client.jobs(self.identifier)

    def webhooks(self) -> WebhookCollection:
        """Return the webhooks of the organization. Sends no request."""
        return self.client.webhooks(self.identifier)

    def notifications(self) -> NotificationCollection:
        """Return the notification channels of the organization. Sends no request."""
        return self.client.notifications(self.identifier)

    def host_groups(self) -> HostGroupCollection:
        """Return the host groups of the organization. Orchestrations run on them. Sends no request."""
        return self.client.host_groups(self.identifier)

    def get_host_group(self, name: str) -> HostGroup:
        """Get a host group.

        Args:
            name: The name.

        Returns:
            The host group.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.host_groups().get(name)

    def get_host_groups(self, name: str) -> HostGroup:
        """Get one host group, like `get_host_group`. The plural name is that of the original client.

        Args:
            name: The name.
        """
        return self.get_host_group(name)

    def all_hosts(self) -> builtins.list[Host]:
        """List the hosts of all environments with one request.

        Returns:
            The hosts, each in its environment's collection.

        Facts: S21.
        """
        from comodit_client.api._organization.located_hosts import list_hosts

        return list_hosts(self.client, views.list_hosts(self.identifier))

    def groups_tree(self) -> GroupOrganizationTree:
        """Get the tree of the groups with rights on the organization and on entities below it.

        Returns:
            The tree.
        """
        return self.client.run(views.get_groups_tree(*self._names))

    def groupsTree(self) -> GroupOrganizationTree:  # noqa: N802 - the original client's name
        """Return the same tree as `groups_tree`."""
        return self.groups_tree()


class OrganizationCollection(EditableCollection[Organization], Clearable[Organization]):
    """The organizations that the user belongs to."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Organization:
        return Organization(self, json_data)

    def new(self, name: str, **members: Unpack[OrganizationOptions]) -> Organization:
        """Build an organization without sending it.

        Args:
            name: The name.
            members: Other members, as keywords of `Organization`.

        Returns:
            The organization. It need not exist on the server.
        """
        return self.build({"name": name}, members)

    def create(self, name: str, populate: bool = True, **members: Unpack[OrganizationOptions]) -> Organization:
        """Create an organization. Its creator becomes a member of its group `admin`.

        Args:
            name: The name, unique on the whole service.
            populate: If True, add a default environment, applications, distributions and platforms.
            members: Other members, as keywords of `Organization`.

        Returns:
            The organization.

        Raises:
            Conflict: The name is already in use.

        Facts: S20, S24.
        """
        organization = self.new(name, **members)
        organization.create({"populate": populate})
        return organization
