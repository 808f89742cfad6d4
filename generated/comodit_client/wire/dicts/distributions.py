# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for distributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.distributions import Distribution
    from comodit_client.wire.files import File
    from comodit_client.wire.parameters import Parameter
    from comodit_client.wire.settings import Setting


class DistributionListDict(TypedDict, total=False):
    """The JSON object of `DistributionList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[DistributionDict] | None


class DistributionListMembers(TypedDict, total=False):
    """The keywords of `DistributionList`."""

    items: Iterable[Distribution | DistributionDict] | None
    extra: Mapping[str, Any]


class DistributionDict(TypedDict, total=False):
    """The JSON object of `Distribution`. It may have other members too."""

    uuid: str | None
    version: int | None
    organization: str | None
    name: str
    description: str | None
    locked: bool | None
    settings: list[SettingDict] | None
    files: list[FileDict] | None
    parameters: list[ParameterDict] | None
    publishedAs: str | None
    purchasedAs: str | None
    canPull: bool | None
    canPush: bool | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None


class DistributionMembers(TypedDict, total=False):
    """The keywords of `Distribution`."""

    name: str
    description: str | None
    settings: Iterable[Setting | SettingDict] | None
    files: Iterable[File | FileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    extra: Mapping[str, Any]


class DistributionOptions(TypedDict, total=False):
    """The keywords to create `Distribution` with, besides the named arguments."""

    settings: Iterable[Setting | SettingDict] | None
    files: Iterable[File | FileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    extra: Mapping[str, Any]
