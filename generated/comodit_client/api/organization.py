# Made by `python -m generator` from handwritten/comodit_client/aio/organization.py.
# Do not edit: change that, then run `make generate`.
"""Organizations: the tenants, which own everything else."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.api._organization.definitions import OwnDefinitions
from comodit_client.api._shared.governed import HasGroupsAndLogs
from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import organizations as views
from comodit_client.wire.organizations import OrganizationAccess

if TYPE_CHECKING:
    from comodit_client.api.application_key import ApplicationKey, ApplicationKeyCollection
    from comodit_client.api.environment import Environment, EnvironmentCollection
    from comodit_client.api.host import Host
    from comodit_client.api.host_group import HostGroup, HostGroupCollection
    from comodit_client.api.job import JobCollection
    from comodit_client.api.notification import NotificationCollection
    from comodit_client.api.orchestration import OrchestrationCollection
    from comodit_client.api.pipeline import PipelineCollection
    from comodit_client.api.webhook import WebhookCollection
    from comodit_client.wire.group_trees import GroupOrganizationTree

__all__ = ["Organization", "OrganizationAccess", "OrganizationCollection"]


class Organization(OwnDefinitions, HasSettings, HasGroupsAndLogs, views.Organization, Entity):
    """An organization: it owns environments, applications, platforms and distributions (S19)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "organization_settings"
    GROUPS_API: ClassVar[str] = "organization_groups"
    LOGS_OF: ClassVar[str] = "organization"

    @property
    def access_key(self) -> str | None:
        """The key by which the organization's agents say who they are; None for users who may not see it (S23)."""
        return self.access_f.access_key

    @property
    def secret_key(self) -> str | None:
        """The secret that goes with the access key; None for users who may not see it."""
        return self.access_f.secret_key

    def get_access(self) -> OrganizationAccess:
        """Read both keys of the organization's agents (S22).

        Returns:
            The keys.
        """
        return self.client.run(views.get_access(self.identifier))

    def reset_secret(self) -> None:
        """Make a new secret key; the access key stays. `refresh` shows it (S22).

        Raises:
            Forbidden: The user may not do that.
        """
        self.client.session.run_or_none(views.renew_access(self.identifier))

    def environments(self) -> EnvironmentCollection:
        """The environments of the organization. Costs no request."""
        return self.client.environments(self.identifier)

    def get_environment(self, name: str) -> Environment:
        """Get an environment.

        Args:
            name: Its name.

        Returns:
            The environment.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.environments().get(name)

    def application_keys(self) -> ApplicationKeyCollection:
        """The application keys of the organization. Costs no request."""
        return self.client.application_keys(self.identifier)

    def get_application_key(self, name: str) -> ApplicationKey:
        """Get an application key.

        Args:
            name: Its name, not its token.

        Returns:
            The key.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.application_keys().get(name)

    def orchestrations(self) -> OrchestrationCollection:
        """The orchestrations of the organization. Costs no request."""
        return self.client.orchestrations(self.identifier)

    def pipelines(self) -> PipelineCollection:
        """The pipelines of the organization. Costs no request."""
        return self.client.pipelines(self.identifier)

    def jobs(self) -> JobCollection:
        """The jobs of the organization. Costs no request."""
        return self.client.jobs(self.identifier)

    def webhooks(self) -> WebhookCollection:
        """The webhooks of the organization. Costs no request."""
        return self.client.webhooks(self.identifier)

    def notifications(self) -> NotificationCollection:
        """The notification channels of the organization. Costs no request."""
        return self.client.notifications(self.identifier)

    def host_groups(self) -> HostGroupCollection:
        """The host groups of the organization, which orchestrations run on. Costs no request."""
        return self.client.host_groups(self.identifier)

    def get_host_group(self, name: str) -> HostGroup:
        """Get a host group.

        Args:
            name: Its name.

        Returns:
            The host group.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.host_groups().get(name)

    def get_host_groups(self, name: str) -> HostGroup:
        """The same as `get_host_group`: one host group, in spite of the name.

        Args:
            name: Its name.
        """
        return self.get_host_group(name)

    def all_hosts(self) -> builtins.list[Host]:
        """List the hosts of all environments, by one request (S21).

        Returns:
            The hosts, each in its environment's collection.
        """
        from comodit_client.api._organization.located_hosts import located

        return located(self.client, self.client.run(views.list_hosts(self.identifier)))

    def groups_tree(self) -> GroupOrganizationTree:
        """Get who may do what with the organization, and with what is below it and has rights of its own.

        Returns:
            The tree.
        """
        return self.client.run(views.get_groups_tree(*self._names))

    def groupsTree(self) -> GroupOrganizationTree:  # noqa: N802 - what old scripts call
        """The same as `groups_tree`."""
        return self.groups_tree()


class OrganizationCollection(Collection[Organization]):
    """The organizations that the user belongs to (S20)."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Organization:
        return Organization(self, json_data)

    def new(self, name: str) -> Organization:
        """Describe an organization; nothing is sent.

        Args:
            name: Its name.

        Returns:
            The organization, to `create` or to reach what is in it.
        """
        return self.wrap({"name": name})

    def create(self, name: str, populate: bool = True) -> Organization:
        """Create an organization; its creator becomes a member of its group admin (S20).

        Args:
            name: Its name, unique on the whole service.
            populate: Whether to fill it with a default environment, applications, distributions and platforms (S24).

        Returns:
            The organization.

        Raises:
            Conflict: There is one with that name.
        """
        organization = self.new(name)
        organization.create({"populate": populate})
        return organization
