# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The distributions of an organization that come from the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.purchases import PurchasedEntity, PurchasedEntityList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/purchased/distributions/"


def list(
    organization: str,
) -> Request[PurchasedEntityList]:
    """List the purchases.

    Facts: recipes, organization, S2.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a PurchasedEntityList: the purchases.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.purchases import PurchasedEntityList

    return Request(
        "purchased_distributions.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/",
        "object",
        PurchasedEntityList,
    )


def create(
    organization: str,
    body: PurchasedEntity | Mapping[str, Any],
) -> Request[PurchasedEntity]:
    """Purchase an entry of the store.

    The body names the entry, and says how the copy shall be called in the organization.

    Facts: recipes, organization, S133.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a PurchasedEntity: the purchase.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_distributions.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/",
        "object",
        PurchasedEntity,
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all purchases.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: recipes, organization. Inferred.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "purchased_distributions.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    purchase: str,
) -> Request[PurchasedEntity]:
    """Get a purchase.

    Facts: recipes, organization, S1.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.

    Returns:
        The request; its answer is a PurchasedEntity: the purchase.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_distributions.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/{segment('purchase', purchase)}",
        "object",
        PurchasedEntity,
    )


def update(
    organization: str,
    purchase: str,
    body: PurchasedEntity | Mapping[str, Any],
) -> Request[PurchasedEntity]:
    """Pull what the store has now into the organization's copy.

    A body with nothing but the uuid is enough.

    Facts: recipes, organization.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.
        body: What to send.

    Returns:
        The request; its answer is a PurchasedEntity: the purchase as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.purchases import PurchasedEntity

    return Request(
        "purchased_distributions.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/{segment('purchase', purchase)}",
        "object",
        PurchasedEntity,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    purchase: str,
) -> Request[None]:
    """Delete a purchase.

    Whether the organization's copy goes with it is not known.

    Facts: recipes, organization.

    Args:
        organization: Name of the organization.
        purchase: Identifier of the purchase.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "purchased_distributions.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/purchased/distributions/{segment('purchase', purchase)}",
        "nothing",
        identity,
    )
