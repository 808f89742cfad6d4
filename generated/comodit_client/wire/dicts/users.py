# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for users."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.users import User, UserRole


class UserListDict(TypedDict, total=False):
    """The JSON object of `UserList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[UserDict] | None


class UserListMembers(TypedDict, total=False):
    """The keywords of `UserList`."""

    items: Iterable[User | UserDict] | None
    extra: Mapping[str, Any]


class UserDict(TypedDict, total=False):
    """The JSON object of `User`. It may have other members too."""

    username: str
    fullname: str | None
    email: str | None
    password: str | None
    role: UserRole | str | None


class UserMembers(TypedDict, total=False):
    """The keywords of `User`."""

    username: str
    fullname: str | None
    email: str | None
    password: str | None
    role: UserRole | str | None
    extra: Mapping[str, Any]


class UserOptions(TypedDict, total=False):
    """The keywords to create `User` with, besides the named arguments."""

    fullname: str | None
    extra: Mapping[str, Any]
