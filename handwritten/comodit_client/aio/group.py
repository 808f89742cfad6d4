"""Groups: who may do what with an organization, an environment or a host."""

from __future__ import annotations

from typing import Any

from comodit_client.aio._organization.group_trees import (
    GroupEnvironmentTree,
    GroupEnvironmentTreeCollection,
    GroupHostTree,
    GroupOrganizationTree,
    GroupOrganizationTreeCollection,
)
from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.entity import Entity
from comodit_client.wire import groups as views
from comodit_client.wire.users import User

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
    """The users and application keys that have a right on an owner (S26). Groups are fixed: their members change."""

    __slots__ = ()

    def add_user(self, username: str) -> None:
        """Add a user; `update` sends it. Nothing is done for one who is in the group.

        Args:
            username: The user's name.
        """
        if all(user.username != username for user in self.users):
            self.users.append({"username": username})

    def remove_user(self, username: str) -> None:
        """Take a user out; `update` sends it. Nothing is done for one who is not in the group.

        Args:
            username: The user's name.
        """
        found = next((user for user in self.users if user.username == username), None)
        if found is not None:
            self.users.remove(found)

    def clear_users(self) -> None:
        """Take all users out; `update` sends it. Application keys stay."""
        self.users = []


class GroupCollection(OwnedCollection[Group]):
    """The groups of an owner, which can be read and updated."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> Group:
        return Group(self, json_data)
