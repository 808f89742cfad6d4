# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for platform contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting


class PlatformContextDict(TypedDict, total=False):
    """The JSON object of `PlatformContext`. It may have other members too."""

    organization: str | None
    environment: str | None
    host: str | None
    platform: str
    settings: list[SettingDict] | None
    versionStamp: int | None


class PlatformContextMembers(TypedDict, total=False):
    """The keywords of `PlatformContext`."""

    platform: str
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class PlatformContextOptions(TypedDict, total=False):
    """The keywords to create `PlatformContext` with, besides the named arguments."""

    extra: Mapping[str, Any]
