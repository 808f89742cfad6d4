# Made by `python -m generator` from handwritten/comodit_client/aio/environment.py.
# Do not edit: change that, then run `make generate`.
"""Environments: sets of hosts that share settings and rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.api.has_settings import HasSettings
from comodit_client.api.watched import Watched
from comodit_client.wire import environments as views

if TYPE_CHECKING:
    from comodit_client.api.group_trees import GroupEnvironmentTree, GroupOrganizationTree
    from comodit_client.api.host import Host, HostCollection


class Environment(HasSettings, Watched, views.Environment, Entity):
    """An environment: a set of hosts of an organization (S32)."""

    __slots__ = ()

    SETTINGS_API = "environment_settings"
    GROUPS_API = "environment_groups"
    LOGS_API = "environment"

    def hosts(self) -> HostCollection:
        """The hosts of the environment. Costs no request."""
        organization, environment = self._names
        return self.client.hosts(organization, environment)

    def get_host(self, name: str) -> Host:
        """Get a host.

        Args:
            name: Its name.

        Returns:
            The host.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.hosts().get(name)

    def groups_tree(self) -> GroupEnvironmentTree | GroupOrganizationTree:
        """Get who has which right here, and on the hosts below.

        Returns:
            The tree, from where the server begins it: at the environment, or at its organization.

        Raises:
            EntityNotFoundException: There is no such environment.
        """
        from comodit_client.api.group_trees import environment_tree

        view = self.client.run(views.get_groups_tree(*self._names))
        return environment_tree(view.get_json())

    #: The name that old scripts know.
    groupsTree = groups_tree  # noqa: N815

    def clone(self, clone_name: str) -> Environment:
        """Copy the environment with its hosts; the copies are DEFINED (S33, S34).

        Args:
            clone_name: The copy's name, which must be free.

        Returns:
            The copy.

        Raises:
            Conflict: There is an environment with that name.
        """
        organization, environment = self._names
        request = views.clone(organization, environment, name=clone_name)
        copy = self.client.session.run_or_none(request)
        return Environment(self.collection, {"name": clone_name} if copy is None else copy.get_json())


class EnvironmentCollection(Collection[Environment]):
    """The environments of an organization."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> Environment:
        return Environment(self, json_data)

    def new(self, name: str, description: str | None = "") -> Environment:
        """Describe an environment; nothing is sent.

        Args:
            name: Its name.
            description: Free text.

        Returns:
            The environment, to `create` or to reach what is in it.
        """
        return self._new({"name": name, "description": description})

    def create(self, name: str, description: str | None = "") -> Environment:
        """Create an environment.

        Args:
            name: Its name, unique in the organization.
            description: Free text.

        Returns:
            The environment.

        Raises:
            Conflict: There is one with that name.
        """
        environment = self.new(name, description)
        environment.create()
        return environment
