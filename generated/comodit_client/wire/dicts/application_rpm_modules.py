# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application rpm modules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_rpm_modules import RpmModule


class RpmModuleListDict(TypedDict, total=False):
    """The JSON object of `RpmModuleList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[RpmModuleDict] | None


class RpmModuleListMembers(TypedDict, total=False):
    """The keywords of `RpmModuleList`."""

    items: Iterable[RpmModule | RpmModuleDict] | None
    extra: Mapping[str, Any]


class RpmModuleDict(TypedDict, total=False):
    """The JSON object of `RpmModule`. It may have other members too."""

    name: str
    stream: str | None
    profile: str | None
    enabled: bool | None
    uuid: str | None
    version: int | None


class RpmModuleMembers(TypedDict, total=False):
    """The keywords of `RpmModule`."""

    name: str
    stream: str | None
    profile: str | None
    enabled: bool | None
    extra: Mapping[str, Any]


class RpmModuleOptions(TypedDict, total=False):
    """The keywords to create `RpmModule` with, besides the named arguments."""

    extra: Mapping[str, Any]
