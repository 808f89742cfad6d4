# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for group trees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.groups import GroupDict


class GroupOrganizationTreeDict(TypedDict, total=False):
    """The JSON object of `GroupOrganizationTree`. It may have other members too."""

    organization: str
    groupViews: list[GroupDict] | None
    environmentGroupViews: list[GroupEnvironmentTreeDict] | None


class GroupOrganizationTreeMembers(TypedDict, total=False):
    """The keywords of `GroupOrganizationTree`."""

    extra: Mapping[str, Any]


class GroupEnvironmentTreeDict(TypedDict, total=False):
    """The JSON object of `GroupEnvironmentTree`. It may have other members too."""

    environment: str
    groupViews: list[GroupDict] | None
    hostGroupViews: list[GroupHostTreeDict] | None


class GroupEnvironmentTreeMembers(TypedDict, total=False):
    """The keywords of `GroupEnvironmentTree`."""

    extra: Mapping[str, Any]


class GroupHostTreeDict(TypedDict, total=False):
    """The JSON object of `GroupHostTree`. It may have other members too."""

    host: str
    groupViews: list[GroupDict] | None


class GroupHostTreeMembers(TypedDict, total=False):
    """The keywords of `GroupHostTree`."""

    extra: Mapping[str, Any]
