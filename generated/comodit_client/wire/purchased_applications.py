# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The applications of an organization that come from the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.purchases import PurchasedEntity, PurchasedEntityList


def list(
    organization: str,
) -> Request[PurchasedEntityList]:
    """List the purchases.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a PurchasedEntityList: the purchases.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization, S2.
    """
    from comodit_client.wire.purchases import PurchasedEntityList

    return Request(
        "purchased_applications.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/purchased/applications/",
        "object",
        PurchasedEntityList,
    )


def create(
    organization: str,
    body: PurchasedEntity | Mapping[str, Any],
) -> Request[PurchasedEntity]:
    """Purchase a store entry.

    The body identifies the entry and names the copy in the organization.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a PurchasedEntity: the purchase.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization, S133.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_applications.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/purchased/applications/",
        "object",
        PurchasedEntity,
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all purchases.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization. Inferred.
    """
    return Request(
        "purchased_applications.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/purchased/applications/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    purchase: str,
) -> Request[PurchasedEntity]:
    """Get a purchase.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.

    Returns:
        The request. Its response is a PurchasedEntity: the purchase.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization, S1.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_applications.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/purchased/applications/{segment('purchase', purchase)}",
        "object",
        PurchasedEntity,
    )


def update(
    organization: str,
    purchase: str,
    body: PurchasedEntity | Mapping[str, Any],
) -> Request[PurchasedEntity]:
    """Update the organization's copy to the current state of the store entry.

    The body only needs the uuid.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.
        body: The request body.

    Returns:
        The request. Its response is a PurchasedEntity: the updated purchase.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_applications.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/purchased/applications/{segment('purchase', purchase)}",
        "object",
        PurchasedEntity,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    purchase: str,
) -> Request[None]:
    """Delete a purchase.

    It is unknown whether the organization's copy is deleted too.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, organization.
    """
    return Request(
        "purchased_applications.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/purchased/applications/{segment('purchase', purchase)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/purchased/applications/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[PurchasedEntityList]:
        """List the purchases."""
        return list(self._organization)

    def create(self, body: PurchasedEntity | Mapping[str, Any]) -> Request[PurchasedEntity]:
        """Purchase a store entry."""
        return create(self._organization, body)

    def clear(self) -> Request[None]:
        """Delete all purchases."""
        return clear(self._organization)

    def get(self, purchase: str) -> Request[PurchasedEntity]:
        """Get a purchase."""
        return get(self._organization, purchase)

    def update(self, purchase: str, body: PurchasedEntity | Mapping[str, Any]) -> Request[PurchasedEntity]:
        """Update the organization's copy to the current state of the store entry."""
        return update(self._organization, purchase, body)

    def delete(self, purchase: str) -> Request[None]:
        """Delete a purchase."""
        return delete(self._organization, purchase)
