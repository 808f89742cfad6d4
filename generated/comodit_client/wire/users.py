# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Users of the service; the last released client knew them as members of groups only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.hosts import HostList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "users/"

#: ADMIN may create users and change roles.
UserRole: TypeAlias = Literal["USER", "ADMIN", "GUEST", "MANAGER"] | str


class UserList(View):
    """A list answer: a page of User objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[User]:
        """The items; may be absent when there is none."""
        return self._views("items", User)

    @items.setter
    def items(self, value: Iterable[User | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class User(View):
    """Somebody who may use the service."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "username"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "username": "username",
        "fullname": "full_name",
        "email": "email",
        "password": "password",
        "role": "role",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "password",
        }
    )

    @property
    def username(self) -> str:
        """Name, unique on the whole service; enough to make somebody a member of a group."""
        value: str = self._data.get("username", NULL)
        return value

    @username.setter
    def username(self, value: str) -> None:
        self._data["username"] = value

    @property
    def full_name(self) -> str | None:
        """Full name."""
        return self._data.get("fullname")

    @full_name.setter
    def full_name(self, value: str | None) -> None:
        self._data["fullname"] = value

    @full_name.deleter
    def full_name(self) -> None:
        self._data.pop("fullname", None)

    @property
    def email(self) -> str | None:
        """Mail address, unique on the whole service."""
        return self._data.get("email")

    @email.setter
    def email(self, value: str | None) -> None:
        self._data["email"] = value

    @email.deleter
    def email(self) -> None:
        self._data.pop("email", None)

    @property
    def password(self) -> str | None:
        """Password; it can be set, and is never answered."""
        return self._data.get("password")

    @password.setter
    def password(self, value: str | None) -> None:
        self._data["password"] = value

    @password.deleter
    def password(self) -> None:
        self._data.pop("password", None)

    @property
    def role(self) -> UserRole | None:
        """What the user may do on the service as a whole."""
        return self._data.get("role")

    @role.setter
    def role(self, value: UserRole | None) -> None:
        self._data["role"] = value

    @role.deleter
    def role(self) -> None:
        self._data.pop("role", None)


def list() -> Request[UserList]:
    """List the users.

    Facts: S2, S28.

    Returns:
        The request; its answer is a UserList: the users.
    """
    return Request(
        "users.list",
        "GET",
        "/users/",
        "object",
        UserList,
    )


def create(
    body: User | Mapping[str, Any],
) -> Request[User]:
    """Create a user.

    Only a user with role ADMIN may.

    Facts: S4, S28.

    Args:
        body: What to send.

    Returns:
        The request; its answer is a User: the user as created.
    """
    return Request(
        "users.create",
        "POST",
        "/users/",
        "object",
        User,
        body=unwrapped(body),
        secret=("password",),
    )


def get(
    user: str,
) -> Request[User]:
    """Get a user.

    Facts: S28.

    Args:
        user: Name of the user.

    Returns:
        The request; its answer is a User: the user.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "users.get",
        "GET",
        f"/users/{segment('user', user)}",
        "object",
        User,
    )


def update(
    user: str,
    body: User | Mapping[str, Any],
) -> Request[User]:
    """Replace a user.

    The body must hold the username. Only a user with role ADMIN may change the role.

    Facts: S5, S28, S29.

    Args:
        user: Name of the user.
        body: What to send.

    Returns:
        The request; its answer is a User: the user as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "users.update",
        "PUT",
        f"/users/{segment('user', user)}",
        "object",
        User,
        body=unwrapped(body),
        secret=("password",),
    )


def delete(
    user: str,
) -> Request[None]:
    """Delete a user.

    A conclusion from the other collections.

    Facts: S28. Inferred.

    Args:
        user: Name of the user.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "users.delete",
        "DELETE",
        f"/users/{segment('user', user)}",
        "nothing",
        identity,
    )


def list_hosts(
    user: str,
) -> Request[HostList]:
    """List the hosts that a user can reach.

    Facts: S28.

    Args:
        user: Name of the user.

    Returns:
        The request; its answer is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.hosts import HostList

    return Request(
        "users.list_hosts",
        "GET",
        f"/users/{segment('user', user)}/hosts",
        "object",
        HostList,
    )
