# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Distributions that the store offers, public or for some organizations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.distributions import Distribution

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "store/distributions/"


class PublishedDistributionList(View):
    """A list answer: a page of PublishedDistribution objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[PublishedDistribution]:
        """The items; may be absent when there is none."""
        return self._views("items", PublishedDistribution)

    @items.setter
    def items(self, value: Iterable[PublishedDistribution | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class PublishedDistribution(View):
    """An entry of the store that offers a distribution."""

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

    @property
    def uuid(self) -> str | None:
        """Identifier of the entry, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @uuid.setter
    def uuid(self, value: str | None) -> None:
        self._data["uuid"] = value

    @uuid.deleter
    def uuid(self) -> None:
        self._data.pop("uuid", None)

    @property
    def distribution(self) -> str | None:
        """Identifier (not the name) of the distribution that is published."""
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
    def authorized(self, value: Iterable[str] | None) -> None:
        self._set_list("authorized", value)

    @authorized.deleter
    def authorized(self) -> None:
        self._data.pop("authorized", None)

    @property
    def name(self) -> str | None:
        """Name of the distribution."""
        return self._data.get("name")

    @property
    def description(self) -> str | None:
        """Free text about the distribution."""
        return self._data.get("description")

    @property
    def version(self) -> int | None:
        """Version of the distribution that the store has."""
        return self._data.get("version")

    @property
    def definition(self) -> Distribution:
        """The distribution as the store has it."""
        from comodit_client.wire.distributions import Distribution

        return self._nested("definition", Distribution)

    @property
    def publisher_summary(self) -> str | None:
        """Free text about the publisher."""
        return self._data.get("publisherSummary")

    @property
    def publishing_organization(self) -> dict[str, Any] | None:
        """The publisher's card; companyName is the only member that is known."""
        return self._data.get("publishingOrganization")

    @property
    def date_published(self) -> str | None:
        """When it was published, e.g. 2020-02-03T08:00:00.000+0100."""
        return self._data.get("datePublished")

    @property
    def date_updated(self) -> str | None:
        """When it was pushed last, written like datePublished."""
        return self._data.get("dateUpdated")

    @property
    def url_f(self) -> str | None:
        """Address of a web site about the distribution."""
        return self._data.get("url")

    @property
    def documentation(self) -> str | None:
        """How to use the distribution."""
        return self._data.get("documentation")

    @property
    def license(self) -> str | None:
        """Full text of the licence."""
        return self._data.get("license")

    @property
    def price(self) -> str | None:
        """Price, a decimal number as text, e.g. "0.00"."""
        return self._data.get("price")

    @property
    def featured(self) -> bool | None:
        """Whether the store recommends the entry."""
        return self._data.get("featured")


def list(
    *,
    filter: str | None = None,
    org_name: str | None = None,
) -> Request[PublishedDistributionList]:
    """List distributions that the store offers.

    Facts: S2, S133, recipes.

    Args:
        filter: Which entries to give: public, private (which asks for org_name) or featured ones.
        org_name: Name of the organization to look at the store for; it may see entries that others may not.

    Returns:
        The request; its answer is a PublishedDistributionList: the entries of the store.
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

    The body names it by its uuid; the store takes a copy of it as it is now.

    Facts: S4, recipes.

    Args:
        body: What to send.

    Returns:
        The request; its answer is a PublishedDistribution: the entry of the store.
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
    """Take all distributions off the store.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: recipes. Inferred.

    Returns:
        The request; its answer is not read.
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
    """Get an entry of the store.

    Facts: S1, recipes, core.

    Args:
        published: Identifier of the entry of the store.
        filter: Which entries to give: public, private (which asks for org_name) or featured ones.
        org_name: Name of the organization to look at the store for; it may see entries that others may not.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a PublishedDistribution: the entry of the store.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    A body with nothing but the uuid is enough.

    Facts: recipes.

    Args:
        published: Identifier of the entry of the store.
        body: What to send.

    Returns:
        The request; its answer is a PublishedDistribution: the entry of the store as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Take a distribution off the store.

    What was purchased stays where it is.

    Facts: recipes.

    Args:
        published: Identifier of the entry of the store.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Say which organizations may see and purchase the entry.

    The body is the bare list of their names; an empty one makes the entry public.

    Facts: recipes.

    Args:
        published: Identifier of the entry of the store.
        body: What to send.

    Returns:
        The request; its answer is a PublishedDistribution: the entry of the store as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "published_distributions.update_authorized",
        "PUT",
        f"/store/distributions/{segment('published', published)}/organizations",
        "object",
        PublishedDistribution,
        body=unwrapped(body),
    )
