# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_keys import ApplicationKey
    from comodit_client.wire.dicts.application_keys import ApplicationKeyDict
    from comodit_client.wire.dicts.users import UserDict
    from comodit_client.wire.groups import Group, GroupName
    from comodit_client.wire.users import User


class GroupListDict(TypedDict, total=False):
    """The JSON object of `GroupList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[GroupDict] | None


class GroupListMembers(TypedDict, total=False):
    """The keywords of `GroupList`."""

    items: Iterable[Group | GroupDict] | None
    extra: Mapping[str, Any]


class GroupDict(TypedDict, total=False):
    """The JSON object of `Group`. It may have other members too."""

    uuid: str | None
    name: GroupName | str
    description: str | None
    organization: str | None
    users: list[UserDict] | None
    applicationKeys: list[ApplicationKeyDict] | None


class GroupMembers(TypedDict, total=False):
    """The keywords of `Group`."""

    description: str | None
    users: Iterable[User | UserDict] | None
    application_keys: Iterable[ApplicationKey | ApplicationKeyDict] | None
    extra: Mapping[str, Any]
