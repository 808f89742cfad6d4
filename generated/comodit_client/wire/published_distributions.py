# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Distributions offered in the store, public or for some organizations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import View, unwrapped

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.published_distributions import (
        PublishedDistributionDict,
        PublishedDistributionListDict,
        PublishedDistributionListMembers,
        PublishedDistributionMembers,
    )
    from comodit_client.wire.distributions import Distribution
    from comodit_client.wire.iterables import Values


class PublishedDistributionList(View):
    """A list response: one page of PublishedDistribution objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: PublishedDistributionListDict | None = None,
            **members: Unpack[PublishedDistributionListMembers],
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[PublishedDistribution, PublishedDistribution | PublishedDistributionDict]:
        """The items; may be absent if there are none."""
        return self._views("items", PublishedDistribution)

    @items.setter
    def items(self, value: Iterable[PublishedDistribution | PublishedDistributionDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class PublishedDistribution(View):
    """A store entry that offers a distribution."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "distribution": "distribution",
        "authorized": "authorized",
        "name": "name",
        "description": "description",
        "version": "version",
        "definition": "definition",
        "publisherSummary": "publisher_summary",
        "publishingOrganization": "publishing_organization",
        "datePublished": "date_published",
        "dateUpdated": "date_updated",
        "url": "url_f",
        "documentation": "documentation",
        "license": "license",
        "price": "price",
        "featured": "featured",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "distribution": "distribution",
        "authorized": "authorized",
        "description": "description",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PublishedDistributionDict | None = None, **members: Unpack[PublishedDistributionMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Identifier of the store entry, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @uuid.setter
    def uuid(self, value: str | None) -> None:
        self._data["uuid"] = value

    @uuid.deleter
    def uuid(self) -> None:
        self._data.pop("uuid", None)

    @property
    def distribution(self) -> str | None:
        """Identifier (not the name) of the published distribution."""
        return self._data.get("distribution")

    @distribution.setter
    def distribution(self, value: str | None) -> None:
        self._data["distribution"] = value

    @distribution.deleter
    def distribution(self) -> None:
        self._data.pop("distribution", None)

    @property
    def authorized(self) -> BoundList[str]:
        """Names of the organizations that may see the entry; null or empty for all."""
        return self._values("authorized")

    @authorized.setter
    def authorized(self, value: Values[str] | None) -> None:
        self._set_values("authorized", value)

    @authorized.deleter
    def authorized(self) -> None:
        self._data.pop("authorized", None)

    @property
    def name(self) -> str | None:
        """Name of the distribution."""
        return self._data.get("name")

    @property
    def description(self) -> str | None:
        """Description of the distribution."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def version(self) -> int | None:
        """Version of the distribution in the store."""
        return self._data.get("version")

    @property
    def definition(self) -> Distribution:
        """The distribution as stored in the store."""
        from comodit_client.wire.distributions import Distribution

        return self._nested("definition", Distribution)

    @property
    def publisher_summary(self) -> str | None:
        """Description of the publisher."""
        return self._data.get("publisherSummary")

    @property
    def publishing_organization(self) -> dict[str, Any] | None:
        """Details of the publisher. Only companyName is known."""
        return self._data.get("publishingOrganization")

    @property
    def date_published(self) -> str | None:
        """Time of publication, e.g. 2020-02-03T08:00:00.000+0100."""
        return self._data.get("datePublished")

    @property
    def published_at(self) -> datetime | None:
        """The date in `date_published`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `date_published` returns it as it is.
        """
        return self._date("datePublished")

    @property
    def date_updated(self) -> str | None:
        """Time of the last update, in the format of datePublished."""
        return self._data.get("dateUpdated")

    @property
    def updated_at(self) -> datetime | None:
        """The date in `date_updated`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `date_updated` returns it as it is.
        """
        return self._date("dateUpdated")

    @property
    def url_f(self) -> str | None:
        """URL of a website about the distribution."""
        return self._data.get("url")

    @property
    def documentation(self) -> str | None:
        """Usage instructions of the distribution."""
        return self._data.get("documentation")

    @property
    def license(self) -> str | None:
        """Full text of the license."""
        return self._data.get("license")

    @property
    def price(self) -> str | None:
        """Price, a decimal number as text, e.g. "0.00"."""
        return self._data.get("price")

    @property
    def featured(self) -> bool | None:
        """Whether the store features the entry."""
        return self._data.get("featured")


def list(
    *,
    filter: str | None = None,
    org_name: str | None = None,
) -> Request[PublishedDistributionList]:
    """List the distributions offered in the store.

    Args:
        filter: Entries to return: public, private (which needs org_name) or featured.
        org_name: Name of the organization to view the store as. It may see entries that are hidden from others.

    Returns:
        The request. Its response is a PublishedDistributionList: the store entries.

    Facts: S2, S133, recipes.
    """
    return Request(
        "published_distributions.list",
        "GET",
        "/store/distributions/",
        "object",
        PublishedDistributionList,
        query=drop_none(
            {
                "filter": filter,
                "org_name": org_name,
            }
        ),
    )


def create(
    body: PublishedDistribution | Mapping[str, Any],
) -> Request[PublishedDistribution]:
    """Publish a distribution in the store.

    The body identifies the distribution by its uuid. The store keeps a copy of its current state.

    Args:
        body: The request body.

    Returns:
        The request. Its response is a PublishedDistribution: the store entry.

    Facts: S4, recipes.
    """
    return Request(
        "published_distributions.create",
        "POST",
        "/store/distributions/",
        "object",
        PublishedDistribution,
        body=unwrapped(body),
    )


def clear() -> Request[None]:
    """Remove all distributions from the store.

    The original client has this method but never calls it; the server may not support it.

    Returns:
        The request. Its response body is ignored.

    Facts: recipes. Inferred.
    """
    return Request(
        "published_distributions.clear",
        "DELETE",
        "/store/distributions/",
        "nothing",
        identity,
    )


def get(
    published: str,
    *,
    filter: str | None = None,
    org_name: str | None = None,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[PublishedDistribution]:
    """Get a store entry.

    Args:
        published: Identifier of the store entry.
        filter: Entries to return: public, private (which needs org_name) or featured.
        org_name: Name of the organization to view the store as. It may see entries that are hidden from others.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a PublishedDistribution: the store entry.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, recipes, core.
    """
    return Request(
        "published_distributions.get",
        "GET",
        f"/store/distributions/{segment('published', published)}",
        "object",
        PublishedDistribution,
        query=drop_none(
            {
                "filter": filter,
                "org_name": org_name,
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    published: str,
    body: PublishedDistribution | Mapping[str, Any],
) -> Request[PublishedDistribution]:
    """Push the current state of the distribution to the store.

    The body only needs the uuid.

    Args:
        published: Identifier of the store entry.
        body: The request body.

    Returns:
        The request. Its response is a PublishedDistribution: the updated store entry.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "published_distributions.update",
        "PUT",
        f"/store/distributions/{segment('published', published)}",
        "object",
        PublishedDistribution,
        body=unwrapped(body),
    )


def delete(
    published: str,
) -> Request[None]:
    """Remove a distribution from the store.

    Purchased copies are not affected.

    Args:
        published: Identifier of the store entry.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "published_distributions.delete",
        "DELETE",
        f"/store/distributions/{segment('published', published)}",
        "nothing",
        identity,
    )


def update_authorized(
    published: str,
    body: Sequence[str],
) -> Request[PublishedDistribution]:
    """Set the organizations that may see and purchase the entry.

    The body is a list of their names. An empty list makes the entry public.

    Args:
        published: Identifier of the store entry.
        body: The request body.

    Returns:
        The request. Its response is a PublishedDistribution: the updated store entry.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "published_distributions.update_authorized",
        "PUT",
        f"/store/distributions/{segment('published', published)}/organizations",
        "object",
        PublishedDistribution,
        body=unwrapped(body),
    )


class Operations(Scope):
    """The operations of this module."""

    __slots__ = ()

    URL: ClassVar[str] = "store/distributions/"

    def list(self, *, filter: str | None = None, org_name: str | None = None) -> Request[PublishedDistributionList]:
        """List the distributions offered in the store."""
        return list(filter=filter, org_name=org_name)

    def create(self, body: PublishedDistribution | Mapping[str, Any]) -> Request[PublishedDistribution]:
        """Publish a distribution in the store."""
        return create(body)

    def clear(self) -> Request[None]:
        """Remove all distributions from the store."""
        return clear()

    def get(
        self,
        published: str,
        *,
        filter: str | None = None,
        org_name: str | None = None,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[PublishedDistribution]:
        """Get a store entry."""
        return get(
            published,
            filter=filter,
            org_name=org_name,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(self, published: str, body: PublishedDistribution | Mapping[str, Any]) -> Request[PublishedDistribution]:
        """Push the current state of the distribution to the store."""
        return update(published, body)

    def delete(self, published: str) -> Request[None]:
        """Remove a distribution from the store."""
        return delete(published)

    def update_authorized(self, published: str, body: Sequence[str]) -> Request[PublishedDistribution]:
        """Set the organizations that may see and purchase the entry."""
        return update_authorized(published, body)
