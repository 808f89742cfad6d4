# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for host groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.host_groups import HostGroup, OrderedHost
    from comodit_client.wire.settings import Setting


class HostGroupListDict(TypedDict, total=False):
    """The JSON object of `HostGroupList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[HostGroupDict] | None


class HostGroupListMembers(TypedDict, total=False):
    """The keywords of `HostGroupList`."""

    items: Iterable[HostGroup | HostGroupDict] | None
    extra: Mapping[str, Any]


class HostGroupDict(TypedDict, total=False):
    """The JSON object of `HostGroup`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    hosts: list[OrderedHostDict] | None
    settings: list[SettingDict] | None


class HostGroupMembers(TypedDict, total=False):
    """The keywords of `HostGroup`."""

    name: str
    description: str | None
    hosts: Iterable[OrderedHost | OrderedHostDict] | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class HostGroupOptions(TypedDict, total=False):
    """The keywords to create `HostGroup` with, besides the named arguments."""

    description: str | None
    hosts: Iterable[OrderedHost | OrderedHostDict] | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class OrderedHostDict(TypedDict, total=False):
    """The JSON object of `OrderedHost`. It may have other members too."""

    position: int | None
    organization: str | None
    environment: str | None
    host: str | None
    canonicalName: str | None


class OrderedHostMembers(TypedDict, total=False):
    """The keywords of `OrderedHost`."""

    position: int | None
    organization: str | None
    environment: str | None
    host: str | None
    extra: Mapping[str, Any]
