# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for settings tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict


class OrganizationSettingTreeDict(TypedDict, total=False):
    """The JSON object of `OrganizationSettingTree`. It may have other members too."""

    organization: str | None
    settings: list[SettingDict] | None
    environments: list[EnvironmentSettingTreeDict] | None
    distributions: list[DistributionSettingTreeDict] | None
    platforms: list[PlatformSettingTreeDict] | None


class OrganizationSettingTreeMembers(TypedDict, total=False):
    """The keywords of `OrganizationSettingTree`."""

    extra: Mapping[str, Any]


class EnvironmentSettingTreeDict(TypedDict, total=False):
    """The JSON object of `EnvironmentSettingTree`. It may have other members too."""

    environment: str | None
    settings: list[SettingDict] | None
    hosts: list[HostSettingTreeDict] | None


class EnvironmentSettingTreeMembers(TypedDict, total=False):
    """The keywords of `EnvironmentSettingTree`."""

    extra: Mapping[str, Any]


class HostSettingTreeDict(TypedDict, total=False):
    """The JSON object of `HostSettingTree`. It may have other members too."""

    host: str | None
    settings: list[SettingDict] | None
    applications: list[ApplicationSettingTreeDict] | None
    distribution: DistributionSettingTreeDict | None


class HostSettingTreeMembers(TypedDict, total=False):
    """The keywords of `HostSettingTree`."""

    extra: Mapping[str, Any]


class DistributionSettingTreeDict(TypedDict, total=False):
    """The JSON object of `DistributionSettingTree`. It may have other members too."""

    distribution: str | None
    settings: list[SettingDict] | None


class DistributionSettingTreeMembers(TypedDict, total=False):
    """The keywords of `DistributionSettingTree`."""

    extra: Mapping[str, Any]


class PlatformSettingTreeDict(TypedDict, total=False):
    """The JSON object of `PlatformSettingTree`. It may have other members too."""

    platform: str | None
    settings: list[SettingDict] | None


class PlatformSettingTreeMembers(TypedDict, total=False):
    """The keywords of `PlatformSettingTree`."""

    extra: Mapping[str, Any]


class ApplicationSettingTreeDict(TypedDict, total=False):
    """The JSON object of `ApplicationSettingTree`. It may have other members too."""

    application: str | None
    settings: list[SettingDict] | None


class ApplicationSettingTreeMembers(TypedDict, total=False):
    """The keywords of `ApplicationSettingTree`."""

    extra: Mapping[str, Any]
