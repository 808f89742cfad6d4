# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for platforms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.files import File
    from comodit_client.wire.parameters import Parameter
    from comodit_client.wire.platforms import Driver, DriverClass, Image, Platform
    from comodit_client.wire.settings import Setting


class PlatformListDict(TypedDict, total=False):
    """The JSON object of `PlatformList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PlatformDict] | None


class PlatformListMembers(TypedDict, total=False):
    """The keywords of `PlatformList`."""

    items: Iterable[Platform | PlatformDict] | None
    extra: Mapping[str, Any]


class ImageListDict(TypedDict, total=False):
    """The JSON object of `ImageList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ImageDict] | None


class ImageListMembers(TypedDict, total=False):
    """The keywords of `ImageList`."""

    items: Iterable[Image | ImageDict] | None
    extra: Mapping[str, Any]


class PlatformDict(TypedDict, total=False):
    """The JSON object of `Platform`. It may have other members too."""

    uuid: str | None
    version: int | None
    organization: str | None
    name: str
    description: str | None
    driver: DriverDict | None
    settings: list[SettingDict] | None
    files: list[FileDict] | None
    parameters: list[ParameterDict] | None


class PlatformMembers(TypedDict, total=False):
    """The keywords of `Platform`."""

    name: str
    description: str | None
    driver: Driver | DriverDict | None
    settings: Iterable[Setting | SettingDict] | None
    files: Iterable[File | FileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    extra: Mapping[str, Any]


class PlatformOptions(TypedDict, total=False):
    """The keywords to create `Platform` with, besides the named arguments."""

    driver: Driver | DriverDict | None
    settings: Iterable[Setting | SettingDict] | None
    files: Iterable[File | FileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    extra: Mapping[str, Any]


class DriverDict(TypedDict, total=False):
    """The JSON object of `Driver`. It may have other members too."""

    name: str | None
    description: str | None
    className: DriverClass | str
    parameters: list[ParameterDict] | None


class DriverMembers(TypedDict, total=False):
    """The keywords of `Driver`."""

    class_name: DriverClass | str
    extra: Mapping[str, Any]


class ImageDict(TypedDict, total=False):
    """The JSON object of `Image`. It may have other members too."""

    id: str | None
    name: str | None
    createDistribution: bool | None
    settings: list[SettingDict] | None


class ImageMembers(TypedDict, total=False):
    """The keywords of `Image`."""

    name: str | None
    create_distribution: bool | None
    settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]
