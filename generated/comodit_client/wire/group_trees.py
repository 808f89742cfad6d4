# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of group trees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.group_trees import (
        GroupEnvironmentTreeDict,
        GroupEnvironmentTreeMembers,
        GroupHostTreeDict,
        GroupHostTreeMembers,
        GroupOrganizationTreeDict,
        GroupOrganizationTreeMembers,
    )
    from comodit_client.wire.dicts.groups import GroupDict
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: GroupOrganizationTreeDict | None = None, **members: Unpack[GroupOrganizationTreeMembers]
        ) -> None: ...

    @property
    def organization(self) -> str:
        """Name of the organization."""
        value: str = self._data.get("organization", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group, Group | GroupDict]:
        """Groups of the organization itself."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)

    @property
    def environment_groups(self) -> ViewList[GroupEnvironmentTree, GroupEnvironmentTree | GroupEnvironmentTreeDict]:
        """Environments with their own access rights, or with hosts that have them."""
        return self._views("environmentGroupViews", GroupEnvironmentTree)

    @property
    def environmentGroups(self) -> ViewList[GroupEnvironmentTree, GroupEnvironmentTree | GroupEnvironmentTreeDict]:
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: GroupEnvironmentTreeDict | None = None, **members: Unpack[GroupEnvironmentTreeMembers]
        ) -> None: ...

    @property
    def environment(self) -> str:
        """Name of the environment."""
        value: str = self._data.get("environment", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group, Group | GroupDict]:
        """Groups of the environment itself."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)

    @property
    def host_groups(self) -> ViewList[GroupHostTree, GroupHostTree | GroupHostTreeDict]:
        """Hosts with their own access rights. They are unrelated to host groups."""
        return self._views("hostGroupViews", GroupHostTree)

    @property
    def hostGroups(self) -> ViewList[GroupHostTree, GroupHostTree | GroupHostTreeDict]:
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: GroupHostTreeDict | None = None, **members: Unpack[GroupHostTreeMembers]
        ) -> None: ...

    @property
    def host(self) -> str:
        """Name of the host."""
        value: str = self._data.get("host", NULL)
        return value

    @property
    def groups(self) -> ViewList[Group, Group | GroupDict]:
        """Groups of the host."""
        from comodit_client.wire.groups import Group

        return self._views("groupViews", Group)
