"""Users of the service."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire import users as views
from comodit_client.wire.users import UserRole

if TYPE_CHECKING:
    from comodit_client.aio.host import Host


class User(views.User, Entity):
    """Somebody who may use the service; groups say what in which organization (S28)."""

    __slots__ = ()

    async def rename(self, new_name: str) -> None:
        """Nothing that users can do: their names stay.

        Args:
            new_name: Of no use.

        Raises:
            UnsupportedOperation: Always.
        """
        raise UnsupportedOperation("a user's name cannot be changed; full_name and email can")

    async def reachable_hosts(self) -> builtins.list[Host]:
        """List the hosts that the user can reach, whatever their organization (S28).

        Returns:
            The hosts, each in its environment's collection.

        Raises:
            EntityNotFoundException: There is no such user.
        """
        from comodit_client.aio._organization.located_hosts import located

        return located(self.client, await self.client.run(views.list_hosts(self.identifier)))


class UserCollection(Collection[User]):
    """The users of the service. Only those with role ADMIN may create any (S28)."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> User:
        return User(self, json_data)

    def new(
        self,
        username: str,
        email: str,
        password: str | None = None,
        full_name: str | None = None,
        role: UserRole = "USER",
    ) -> User:
        """Describe a user; nothing is sent.

        Args:
            username: The name to log in with, unique on the whole service.
            email: The mail address, unique as well.
            password: The password.
            full_name: The full name.
            role: What the user may do on the service as a whole: `USER`, or `ADMIN`.

        Returns:
            The user, to `create`.
        """
        user = self.wrap({"username": username, "email": email, "role": role})
        if password is not None:
            user.password = password
        if full_name is not None:
            user.full_name = full_name
        return user

    async def create(
        self,
        username: str,
        email: str,
        password: str | None = None,
        full_name: str | None = None,
        role: UserRole = "USER",
    ) -> User:
        """Create a user.

        Args:
            username: The name to log in with, unique on the whole service.
            email: The mail address, unique as well.
            password: The password.
            full_name: The full name.
            role: What the user may do on the service as a whole: `USER`, or `ADMIN`.

        Returns:
            The user, without the password.

        Raises:
            BadRequest: Something is missing, or the mail address belongs to another user.
            Conflict: There is a user with that name.
            Forbidden: Only users with role ADMIN may do that.
        """
        user = self.new(username, email, password, full_name, role)
        await user.create()
        return user
