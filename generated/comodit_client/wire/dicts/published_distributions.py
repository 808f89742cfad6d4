# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for published distributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.distributions import DistributionDict
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.published_distributions import PublishedDistribution


class PublishedDistributionListDict(TypedDict, total=False):
    """The JSON object of `PublishedDistributionList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PublishedDistributionDict] | None


class PublishedDistributionListMembers(TypedDict, total=False):
    """The keywords of `PublishedDistributionList`."""

    items: Iterable[PublishedDistribution | PublishedDistributionDict] | None
    extra: Mapping[str, Any]


class PublishedDistributionDict(TypedDict, total=False):
    """The JSON object of `PublishedDistribution`. It may have other members too."""

    uuid: str | None
    distribution: str | None
    authorized: list[str] | None
    name: str | None
    description: str | None
    version: int | None
    definition: DistributionDict | None
    publisherSummary: str | None
    publishingOrganization: dict[str, Any] | None
    datePublished: str | None
    dateUpdated: str | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    featured: bool | None


class PublishedDistributionMembers(TypedDict, total=False):
    """The keywords of `PublishedDistribution`."""

    uuid: str | None
    distribution: str | None
    authorized: Values[str] | None
    description: str | None
    extra: Mapping[str, Any]


class PublishedDistributionOptions(TypedDict, total=False):
    """The keywords to create `PublishedDistribution` with, besides the named arguments."""

    uuid: str | None
    authorized: Values[str] | None
    description: str | None
    extra: Mapping[str, Any]
