# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for published applications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.applications import ApplicationDict
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.published_applications import PublishedApplication


class PublishedApplicationListDict(TypedDict, total=False):
    """The JSON object of `PublishedApplicationList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PublishedApplicationDict] | None


class PublishedApplicationListMembers(TypedDict, total=False):
    """The keywords of `PublishedApplicationList`."""

    items: Iterable[PublishedApplication | PublishedApplicationDict] | None
    extra: Mapping[str, Any]


class PublishedApplicationDict(TypedDict, total=False):
    """The JSON object of `PublishedApplication`. It may have other members too."""

    uuid: str | None
    application: str | None
    authorized: list[str] | None
    name: str | None
    description: str | None
    version: int | None
    definition: ApplicationDict | None
    publisherSummary: str | None
    publishingOrganization: dict[str, Any] | None
    datePublished: str | None
    dateUpdated: str | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    featured: bool | None


class PublishedApplicationMembers(TypedDict, total=False):
    """The keywords of `PublishedApplication`."""

    uuid: str | None
    application: str | None
    authorized: Values[str] | None
    description: str | None
    extra: Mapping[str, Any]


class PublishedApplicationOptions(TypedDict, total=False):
    """The keywords to create `PublishedApplication` with, besides the named arguments."""

    uuid: str | None
    authorized: Values[str] | None
    description: str | None
    extra: Mapping[str, Any]
