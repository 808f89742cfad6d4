# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for organizations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.organizations import Organization
    from comodit_client.wire.settings import Setting


class OrganizationListDict(TypedDict, total=False):
    """The JSON object of `OrganizationList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[OrganizationDict] | None


class OrganizationListMembers(TypedDict, total=False):
    """The keywords of `OrganizationList`."""

    items: Iterable[Organization | OrganizationDict] | None
    extra: Mapping[str, Any]


class OrganizationDict(TypedDict, total=False):
    """The JSON object of `Organization`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    environments: list[str] | None
    groups: list[str] | None
    access: OrganizationAccessDict | None
    settings: list[SettingDict] | None


class OrganizationMembers(TypedDict, total=False):
    """The keywords of `Organization`."""

    name: str
    description: str | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class OrganizationOptions(TypedDict, total=False):
    """The keywords to create `Organization` with, besides the named arguments."""

    description: str | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class OrganizationAccessDict(TypedDict, total=False):
    """The JSON object of `OrganizationAccess`. It may have other members too."""

    accessKey: str | None
    secretKey: str | None


class OrganizationAccessMembers(TypedDict, total=False):
    """The keywords of `OrganizationAccess`."""

    extra: Mapping[str, Any]
