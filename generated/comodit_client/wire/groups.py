# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.application_keys import ApplicationKey
    from comodit_client.wire.users import User

#: users may do everything but change memberships, admin that as well; readonly may look; auditors are users who do not
#: see secrets. The names of auditors and of the group without access are not proven.
GroupName: TypeAlias = Literal["admin", "users", "readonly", "auditors", "no access"] | str


class GroupList(View):
    """A list answer: a page of Group objects."""

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
    def items(self) -> ViewList[Group]:
        """The items; may be absent when there is none."""
        return self._views("items", Group)

    @items.setter
    def items(self, value: Iterable[Group | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Group(View):
    """Those who have a right in an organization, an environment or a host."""

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

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def name(self) -> GroupName:
        """Which right it is."""
        value: GroupName = self._data.get("name", NULL)
        return value

    @property
    def description(self) -> str | None:
        """Free text."""
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
    def users(self) -> ViewList[User]:
        """Users who have the right; the whole list is sent on update."""
        from comodit_client.wire.users import User

        return self._views("users", User)

    @users.setter
    def users(self, value: Iterable[User | Mapping[str, Any]] | None) -> None:
        self._set_list("users", value)

    @users.deleter
    def users(self) -> None:
        self._data.pop("users", None)

    @property
    def application_keys(self) -> ViewList[ApplicationKey]:
        """Application keys that have the right."""
        from comodit_client.wire.application_keys import ApplicationKey

        return self._views("applicationKeys", ApplicationKey)

    @application_keys.setter
    def application_keys(self, value: Iterable[ApplicationKey | Mapping[str, Any]] | None) -> None:
        self._set_list("applicationKeys", value)

    @application_keys.deleter
    def application_keys(self) -> None:
        self._data.pop("applicationKeys", None)
