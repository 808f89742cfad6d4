# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for hosts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.hosts import Host, HostState
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.settings import Setting


class HostListDict(TypedDict, total=False):
    """The JSON object of `HostList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[HostDict] | None


class HostListMembers(TypedDict, total=False):
    """The keywords of `HostList`."""

    items: Iterable[Host | HostDict] | None
    extra: Mapping[str, Any]


class HostDict(TypedDict, total=False):
    """The JSON object of `Host`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    environment: str | None
    platform: str | None
    distribution: str | None
    applications: list[str] | None
    settings: list[SettingDict] | None
    state: HostState | str | None


class HostMembers(TypedDict, total=False):
    """The keywords of `Host`."""

    name: str
    description: str | None
    environment: str | None
    platform: str | None
    distribution: str | None
    applications: Values[str] | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class HostOptions(TypedDict, total=False):
    """The keywords to create `Host` with, besides the named arguments."""

    environment: str | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class FileLinkDict(TypedDict, total=False):
    """The JSON object of `FileLink`. It may have other members too."""

    url: str | None


class FileLinkMembers(TypedDict, total=False):
    """The keywords of `FileLink`."""

    extra: Mapping[str, Any]
