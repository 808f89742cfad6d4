# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of group trees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.groups import Group


class GroupOrganizationTree(View):
    """Access rights in an organization, and in those of its environments that have their own."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "organization"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "groupViews": "groups",
        "environmentGroupViews": "environment_groups",
    }

    @property
    def organization(self) -> str:
        """Name of the organization."""
        value: str = self._data.get("organization", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group]:
        """Groups of the organization itself."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)

    @property
    def environment_groups(self) -> ViewList[GroupEnvironmentTree]:
        """Environments with their own access rights, or with hosts that have them."""
        return self._views("environmentGroupViews", GroupEnvironmentTree)

    @property
    def environmentGroups(self) -> ViewList[GroupEnvironmentTree]:
        """Alias of `environment_groups`, kept for old scripts."""
        return self.environment_groups


class GroupEnvironmentTree(View):
    """Access rights in an environment, and on those of its hosts that have their own."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "environment"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "environment": "environment",
        "groupViews": "groups",
        "hostGroupViews": "host_groups",
    }

    @property
    def environment(self) -> str:
        """Name of the environment."""
        value: str = self._data.get("environment", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group]:
        """Groups of the environment itself."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)

    @property
    def host_groups(self) -> ViewList[GroupHostTree]:
        """Hosts with their own access rights. They are unrelated to host groups."""
        return self._views("hostGroupViews", GroupHostTree)

    @property
    def hostGroups(self) -> ViewList[GroupHostTree]:
        """Alias of `host_groups`, kept for old scripts."""
        return self.host_groups


class GroupHostTree(View):
    """Access rights on a host."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "host"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "host": "host",
        "groupViews": "groups",
    }

    @property
    def host(self) -> str:
        """Name of the host."""
        value: str = self._data.get("host", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group]:
        """Groups of the host."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)
