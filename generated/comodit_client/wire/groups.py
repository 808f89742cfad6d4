# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.application_keys import ApplicationKey
    from comodit_client.wire.dicts.application_keys import ApplicationKeyDict
    from comodit_client.wire.dicts.groups import GroupDict, GroupListDict, GroupListMembers, GroupMembers
    from comodit_client.wire.dicts.users import UserDict
    from comodit_client.wire.users import User

#: users: everything except changing memberships. admin: also changing memberships. readonly: read access. auditors: as
#: users, but without access to secrets. The names auditors and that of the group without access are unverified.
GroupName: TypeAlias = Literal["admin", "users", "readonly", "auditors", "no access"]


class GroupList(View):
    """A list response: one page of Group objects."""

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

        def __init__(self, json_data: GroupListDict | None = None, **members: Unpack[GroupListMembers]) -> None: ...

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
    def items(self) -> ViewList[Group, Group | GroupDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Group)

    @items.setter
    def items(self, value: Iterable[Group | GroupDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Group(View):
    """Users and application keys with a certain right in an organization, an environment or a host."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "users": "users",
        "applicationKeys": "application_keys",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "users": "users",
        "application_keys": "applicationKeys",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: GroupDict | None = None, **members: Unpack[GroupMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def name(self) -> GroupName | str:
        """Name of the group, which defines the right."""
        value: GroupName | str = self._data.get("name", NULL)
        return value

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def users(self) -> ViewList[User, User | UserDict]:
        """Users in the group. An update replaces the whole list."""
        from comodit_client.wire.users import User

        return self._views("users", User)

    @users.setter
    def users(self, value: Iterable[User | UserDict] | None) -> None:
        self._set_views("users", value)

    @users.deleter
    def users(self) -> None:
        self._data.pop("users", None)

    @property
    def application_keys(self) -> ViewList[ApplicationKey, ApplicationKey | ApplicationKeyDict]:
        """Application keys in the group."""
        from comodit_client.wire.application_keys import ApplicationKey

        return self._views("applicationKeys", ApplicationKey)

    @application_keys.setter
    def application_keys(self, value: Iterable[ApplicationKey | ApplicationKeyDict] | None) -> None:
        self._set_views("applicationKeys", value)

    @application_keys.deleter
    def application_keys(self) -> None:
        self._data.pop("applicationKeys", None)
