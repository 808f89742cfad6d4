# Made by `python -m generator` from handwritten/comodit_client/aio/user.py.
# Do not edit: change that, then run `make generate`.
"""Users of the service."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api.capabilities import EditableCollection
from comodit_client.api.editable import EditableEntity
from comodit_client.wire import users as views
from comodit_client.wire.users import UserRole

if TYPE_CHECKING:
    from comodit_client.api.host import Host
    from comodit_client.wire.dicts.users import UserMembers, UserOptions


class User(views.User, EditableEntity):
    """A user of the service. Groups define the user's rights in each organization."""

    __slots__ = ()

    INSTEAD: ClassVar[Mapping[str, str]] = {"rename": "User names are permanent: change full_name or email."}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: UserCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[UserMembers],
        ) -> None: ...

        @property
        def collection(self) -> UserCollection: ...

    def reachable_hosts(self) -> builtins.list[Host]:
        """List the hosts of all organizations that the user can access.

        Returns:
            The hosts, each in its environment's collection.

        Raises:
            EntityNotFoundException: The user does not exist.

        Facts: S28.
        """
        from comodit_client.api._organization.located_hosts import list_hosts

        return list_hosts(self.client, views.list_hosts(self.identifier))


class UserCollection(EditableCollection[User]):
    """The users of the service. Only users with the role ADMIN may create users."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> User:
        return User(self, json_data)

    def new(
        self,
        username: str,
        email: str,
        password: str | None = None,
        full_name: str | None = None,
        role: UserRole = "USER",
        **members: Unpack[UserOptions],
    ) -> User:
        """Build a user without sending it.

        Args:
            username: The login name, unique on the whole service.
            email: The mail address, also unique.
            password: The password.
            full_name: The full name.
            role: The user's role on the whole service: `USER` or `ADMIN`.
            members: Other members, as keywords of `User`.

        Returns:
            The user, ready for `create`.
        """
        user = self.build({"username": username, "email": email, "role": role}, members)
        if password is not None:
            user.password = password
        if full_name is not None:
            user.full_name = full_name
        return user

    def create(
        self,
        username: str,
        email: str,
        password: str | None = None,
        full_name: str | None = None,
        role: UserRole = "USER",
        **members: Unpack[UserOptions],
    ) -> User:
        """Create a user.

        Args:
            username: The login name, unique on the whole service.
            email: The mail address, also unique.
            password: The password.
            full_name: The full name.
            role: The user's role on the whole service: `USER` or `ADMIN`.
            members: Other members, as keywords of `User`.

        Returns:
            The user, without the password.

        Raises:
            BadRequest: A member is missing, or the mail address belongs to another user.
            Conflict: The name is already in use.
            Forbidden: The caller does not have the role ADMIN.
        """
        user = self.new(username, email, password, full_name, role, **members)
        user.create()
        return user
