# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_properties import ApplicationResourceProperty


class ApplicationResourcePropertyListDict(TypedDict, total=False):
    """The JSON object of `ApplicationResourcePropertyList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ApplicationResourcePropertyDict] | None


class ApplicationResourcePropertyListMembers(TypedDict, total=False):
    """The keywords of `ApplicationResourcePropertyList`."""

    items: Iterable[ApplicationResourceProperty | ApplicationResourcePropertyDict] | None
    extra: Mapping[str, Any]


class ApplicationResourcePropertyDict(TypedDict, total=False):
    """The JSON object of `ApplicationResourceProperty`. It may have other members too."""

    id: str | None
    application: str | None
    packageName: str | None
    rpmModule: str | None
    key: str | None
    value: str | None
    organization: str | None
    environment: str | None
    host: str | None
    hostGroup: str | None
    applicationContext: str | None


class ApplicationResourcePropertyMembers(TypedDict, total=False):
    """The keywords of `ApplicationResourceProperty`."""

    application: str | None
    package_name: str | None
    rpm_module: str | None
    key: str | None
    value: str | None
    extra: Mapping[str, Any]


class ApplicationResourcePropertyOptions(TypedDict, total=False):
    """The keywords to create `ApplicationResourceProperty` with, besides the named arguments."""

    extra: Mapping[str, Any]
