# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.parameters import ParameterSchemaDict
    from comodit_client.wire.parameters import ParameterType
    from comodit_client.wire.settings import Setting


class SettingListDict(TypedDict, total=False):
    """The JSON object of `SettingList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[SettingDict] | None


class SettingListMembers(TypedDict, total=False):
    """The keywords of `SettingList`."""

    items: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]


class SettingDict(TypedDict, total=False):
    """The JSON object of `Setting`. It may have other members too."""

    key: str
    value: Any
    link: str | None
    property: str | None
    schema: SettingSchemaDict | None
    version: int | None


class SettingMembers(TypedDict, total=False):
    """The keywords of `Setting`."""

    key: str
    value: Any
    link: str | None
    property: str | None
    extra: Mapping[str, Any]


class SettingOptions(TypedDict, total=False):
    """The keywords to create `Setting` with, besides the named arguments."""

    link: str | None
    property: str | None
    extra: Mapping[str, Any]


class SettingSchemaDict(TypedDict, total=False):
    """The JSON object of `SettingSchema`. It may have other members too."""

    type: ParameterType | str | None
    secret: bool | None
    final: bool | None
    multiline: bool | None
    items: ParameterSchemaDict | None
    properties: dict[str, Any] | None
    required: bool | None
    default: Any
    enum: list[Any] | None
    pattern: str | None
    advanced: bool | None
    password: bool | None


class SettingSchemaMembers(TypedDict, total=False):
    """The keywords of `SettingSchema`."""

    extra: Mapping[str, Any]


class SettingsChangeDict(TypedDict, total=False):
    """The JSON object of `SettingsChange`. It may have other members too."""

    newOrUpdatedSettings: list[SettingDict] | None


class SettingsChangeMembers(TypedDict, total=False):
    """The keywords of `SettingsChange`."""

    new_or_updated_settings: Iterable[Setting | SettingDict] | None
    extra: Mapping[str, Any]
