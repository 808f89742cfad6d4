"""Groups: who has which right in an organization, an environment or a host. Groups of hosts are in `host_group`."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.aio.group_trees import (
    GroupEnvironmentTree,
    GroupEnvironmentTreeCollection,
    GroupHostTree,
    GroupOrganizationTree,
    GroupOrganizationTreeCollection,
)
from comodit_client.wire import groups as views
from comodit_client.wire.users import User

if TYPE_CHECKING:
    from comodit_client.aio.client import Client

__all__ = [
    "Group",
    "GroupCollection",
    "GroupEnvironmentTree",
    "GroupEnvironmentTreeCollection",
    "GroupHostTree",
    "GroupOrganizationTree",
    "GroupOrganizationTreeCollection",
    "User",
]


class Group(views.Group, Entity):
    """A right in an organization, an environment or a host, and those who have it (S26, S27)."""

    __slots__ = ()

    def add_user(self, username: str) -> None:
        """Add a user, who may be in the group already; `update` sends it.

        Args:
            username: The user's name.
        """
        if all(user.username != username for user in self.users):
            self.users.append({"username": username})

    def remove_user(self, username: str) -> None:
        """Take a user out; silent when there is no such user in the group. `update` sends it.

        Args:
            username: The user's name.
        """
        users = self.users
        users[:] = [user for user in users if user.username != username]

    def clear_users(self) -> None:
        """Take all users out; application keys stay. `update` sends it."""
        self.users = []


class GroupCollection(Collection[Group]):
    """The groups of one owner. They are fixed: only their members change.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        api: The module of the wire layer for the kind of owner.
    """

    __slots__ = ("_api",)

    def __init__(self, client: Client, where: tuple[str, ...], api: ModuleType) -> None:
        super().__init__(client, where)
        self._api = api

    def _new(self, json_data: dict[str, Any] | None = None) -> Group:
        return Group(self, json_data)
