# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_contexts import ApplicationContext, ApplicationContextService
    from comodit_client.wire.dicts.settings import SettingDict, SettingSchemaDict
    from comodit_client.wire.settings import Setting


class ApplicationContextListDict(TypedDict, total=False):
    """The JSON object of `ApplicationContextList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ApplicationContextDict] | None


class ApplicationContextListMembers(TypedDict, total=False):
    """The keywords of `ApplicationContextList`."""

    items: Iterable[ApplicationContext | ApplicationContextDict] | None
    extra: Mapping[str, Any]


class ApplicationContextDict(TypedDict, total=False):
    """The JSON object of `ApplicationContext`. It may have other members too."""

    organization: str | None
    environment: str | None
    host: str | None
    application: str
    settings: list[SettingDict] | None
    enabled: bool | None
    services: list[ApplicationContextServiceDict] | None
    position: int | None
    versionStamp: int | None


class ApplicationContextMembers(TypedDict, total=False):
    """The keywords of `ApplicationContext`."""

    application: str
    settings: Iterable[Setting | SettingDict] | None
    enabled: bool | None
    services: Iterable[ApplicationContextService | ApplicationContextServiceDict] | None
    extra: Mapping[str, Any]


class ApplicationContextOptions(TypedDict, total=False):
    """The keywords to create `ApplicationContext` with, besides the named arguments."""

    enabled: bool | None
    services: Iterable[ApplicationContextService | ApplicationContextServiceDict] | None
    extra: Mapping[str, Any]


class ApplicationContextServiceDict(TypedDict, total=False):
    """The JSON object of `ApplicationContextService`. It may have other members too."""

    name: str
    enabled: bool | None


class ApplicationContextServiceMembers(TypedDict, total=False):
    """The keywords of `ApplicationContextService`."""

    name: str
    enabled: bool | None
    extra: Mapping[str, Any]


#: The JSON object of `OriginSetting`. It may have other members too.
OriginSettingDict = TypedDict(
    "OriginSettingDict",
    {
        "from": "str | None",
        "key": "str",
        "value": "Any",
        "schema": "SettingSchemaDict | None",
    },
    total=False,
)


class OriginSettingMembers(TypedDict, total=False):
    """The keywords of `OriginSetting`."""

    extra: Mapping[str, Any]
