# Made by `python -m generator` from handwritten/comodit_client/aio/_organization/definitions.py.
# Do not edit: change that, then run `make generate`.
"""What the hosts of an organization are made of: applications, platforms and distributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.api.entity import Entity

if TYPE_CHECKING:
    from comodit_client.api.application import Application, ApplicationCollection
    from comodit_client.api.distribution import Distribution, DistributionCollection
    from comodit_client.api.platform import Platform, PlatformCollection
    from comodit_client.api.purchased import PurchasedCollection, PurchasedEntity


class OwnDefinitions(Entity):
    """The definitions that an organization owns, and what of them it purchased."""

    __slots__ = ()

    def applications(self) -> ApplicationCollection:
        """The applications of the organization. Costs no request."""
        return self.client.applications(self.identifier)

    def get_application(self, name: str) -> Application:
        """Get an application.

        Args:
            name: Its name.

        Returns:
            The application.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.applications().get(name)

    def platforms(self) -> PlatformCollection:
        """The platforms of the organization. Costs no request."""
        return self.client.platforms(self.identifier)

    def get_platform(self, name: str) -> Platform:
        """Get a platform.

        Args:
            name: Its name.

        Returns:
            The platform.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.platforms().get(name)

    def distributions(self) -> DistributionCollection:
        """The distributions of the organization. Costs no request."""
        return self.client.distributions(self.identifier)

    def get_distribution(self, name: str) -> Distribution:
        """Get a distribution.

        Args:
            name: Its name.

        Returns:
            The distribution.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.distributions().get(name)

    def purchased_apps(self) -> PurchasedCollection:
        """The applications that the organization purchased in the store. Costs no request."""
        from comodit_client.api.purchased import PurchasedCollection
        from comodit_client.wire import purchased_applications

        return PurchasedCollection(self.client, (self.identifier,), purchased_applications)

    def get_purchased_app(self, uuid: str) -> PurchasedEntity:
        """Get the purchase of an application.

        Args:
            uuid: The uuid of the purchase.

        Returns:
            The purchase.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.purchased_apps().get(uuid)

    def purchased_dists(self) -> PurchasedCollection:
        """The distributions that the organization purchased in the store. Costs no request."""
        from comodit_client.api.purchased import PurchasedCollection
        from comodit_client.wire import purchased_distributions

        return PurchasedCollection(self.client, (self.identifier,), purchased_distributions)

    def get_purchased_dist(self, uuid: str) -> PurchasedEntity:
        """Get the purchase of a distribution.

        Args:
            uuid: The uuid of the purchase.

        Returns:
            The purchase.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.purchased_dists().get(uuid)
