# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for distribution contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting


class DistributionContextDict(TypedDict, total=False):
    """The JSON object of `DistributionContext`. It may have other members too."""

    organization: str | None
    environment: str | None
    host: str | None
    distribution: str
    settings: list[SettingDict] | None
    versionStamp: int | None


class DistributionContextMembers(TypedDict, total=False):
    """The keywords of `DistributionContext`."""

    distribution: str
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class DistributionContextOptions(TypedDict, total=False):
    """The keywords to create `DistributionContext` with, besides the named arguments."""

    extra: Mapping[str, Any]
