# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for environments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.environments import Environment
    from comodit_client.wire.settings import Setting


class EnvironmentListDict(TypedDict, total=False):
    """The JSON object of `EnvironmentList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[EnvironmentDict] | None


class EnvironmentListMembers(TypedDict, total=False):
    """The keywords of `EnvironmentList`."""

    items: Iterable[Environment | EnvironmentDict] | None
    extra: Mapping[str, Any]


class EnvironmentDict(TypedDict, total=False):
    """The JSON object of `Environment`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    hosts: list[str] | None
    settings: list[SettingDict] | None


class EnvironmentMembers(TypedDict, total=False):
    """The keywords of `Environment`."""

    name: str
    description: str | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class EnvironmentOptions(TypedDict, total=False):
    """The keywords to create `Environment` with, besides the named arguments."""

    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]
