# Made by `python -m generator` from handwritten/comodit_client/aio/group.py.
# Do not edit: change that, then run `make generate`.
"""Groups: the rights of users and application keys on an organization, an environment or a host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api._organization.group_trees import (
    GroupEnvironmentTree,
    GroupEnvironmentTreeCollection,
    GroupHostTree,
    GroupOrganizationTree,
    GroupOrganizationTreeCollection,
)
from comodit_client.api._shared.owned_operations import GroupOperations
from comodit_client.api.capabilities import Gettable, Listable, Updatable
from comodit_client.api.collection import OwnedCollection
from comodit_client.api.editable import CanRefresh, CanUpdate
from comodit_client.wire import groups as views
from comodit_client.wire.users import User

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.groups import GroupMembers

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


class Group(views.Group, CanRefresh, CanUpdate):
    """The users and application keys with one right on an owner. Groups are fixed; only their members change."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"users": [{"username": str}]}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: GroupCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[GroupMembers],
        ) -> None: ...

        @property
        def collection(self) -> GroupCollection: ...

    def add_user(self, username: str) -> None:
        """Add a user for `update` to send. Nothing happens if the user is already in the group.

        Args:
            username: The user's name.
        """
        if all(user.username != username for user in self.users):
            self.users.append({"username": username})

    def remove_user(self, username: str) -> None:
        """Remove a user; `update` sends the change. Nothing happens if the user is not in the group.

        Args:
            username: The user's name.
        """
        found = next((user for user in self.users if user.username == username), None)
        if found is not None:
            self.users.remove(found)

    def clear_users(self) -> None:
        """Remove all users; `update` sends the change. Application keys stay."""
        self.users = []


class GroupCollection(OwnedCollection[Group, GroupOperations], Listable[Group], Gettable[Group], Updatable[Group]):
    """The groups of an owner. They can be read and updated."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> Group:
        return Group(self, json_data)
