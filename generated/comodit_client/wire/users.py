# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Users of the service. The original client only knows them as members of groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.users import UserDict, UserListDict, UserListMembers, UserMembers
    from comodit_client.wire.hosts import HostList

#: Role on the whole service. ADMIN may create users and change roles.
UserRole: TypeAlias = Literal["USER", "ADMIN", "GUEST", "MANAGER"]


class UserList(View):
    """A list response: one page of User objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: UserListDict | None = None, **members: Unpack[UserListMembers]) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[User, User | UserDict]:
        """The items; may be absent if there are none."""
        return self._views("items", User)

    @items.setter
    def items(self, value: Iterable[User | UserDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class User(View):
    """A user of the service."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "username": "username",
        "fullname": "fullname",
        "email": "email",
        "password": "password",
        "role": "role",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: UserDict | None = None, **members: Unpack[UserMembers]) -> None: ...

    @property
    def username(self) -> str:
        """Name, unique on the whole service. It is enough to add a user to a group."""
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
        """Password. It is write-only, the server never returns it."""
        return self._data.get("password")

    @password.setter
    def password(self, value: str | None) -> None:
        self._data["password"] = value

    @password.deleter
    def password(self) -> None:
        self._data.pop("password", None)

    @property
    def role(self) -> UserRole | str | None:
        """Role of the user on the whole service."""
        return self._data.get("role")

    @role.setter
    def role(self, value: UserRole | str | None) -> None:
        self._data["role"] = value

    @role.deleter
    def role(self) -> None:
        self._data.pop("role", None)


def list() -> Request[UserList]:
    """List the users.

    Returns:
        The request. Its response is a UserList: the users.

    Facts: S2, S28.
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

    Only a user with the role ADMIN may do this.

    Args:
        body: The request body.

    Returns:
        The request. Its response is a User: the created user.

    Facts: S4, S28.
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

    Args:
        user: Name of the user.

    Returns:
        The request. Its response is a User: the user.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S28.
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

    The body must contain the username. Only a user with the role ADMIN may change the role.

    Args:
        user: Name of the user.
        body: The request body.

    Returns:
        The request. Its response is a User: the updated user.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, S28, S29.
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

    Inferred from the other collections.

    Args:
        user: Name of the user.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S28. Inferred.
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

    Args:
        user: Name of the user.

    Returns:
        The request. Its response is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S28.
    """
    from comodit_client.wire.hosts import HostList

    return Request(
        "users.list_hosts",
        "GET",
        f"/users/{segment('user', user)}/hosts",
        "object",
        HostList,
    )


class Operations(Scope):
    """The operations of this module."""

    __slots__ = ()

    URL: ClassVar[str] = "users/"

    def list(self) -> Request[UserList]:
        """List the users."""
        return list()

    def create(self, body: User | Mapping[str, Any]) -> Request[User]:
        """Create a user."""
        return create(body)

    def get(self, user: str) -> Request[User]:
        """Get a user."""
        return get(user)

    def update(self, user: str, body: User | Mapping[str, Any]) -> Request[User]:
        """Replace a user."""
        return update(user, body)

    def delete(self, user: str) -> Request[None]:
        """Delete a user."""
        return delete(user)

    def list_hosts(self, user: str) -> Request[HostList]:
        """List the hosts that a user can reach."""
        return list_hosts(user)
