# Made by `python -m generator` from handwritten/comodit_client/aio/_organization/definitions.py.
# Do not edit: change that, then run `make generate`.
"""The applications, platforms and distributions of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.api.entity import Entity

if TYPE_CHECKING:
    from comodit_client.api.application import Application, ApplicationCollection
    from comodit_client.api.distribution import Distribution, DistributionCollection
    from comodit_client.api.platform import Platform, PlatformCollection
    from comodit_client.api.purchased import PurchasedCollection, PurchasedEntity


class OwnDefinitions(Entity):
    """Mixin of `Organization`: its applications, platforms, distributions and purchases."""

    __slots__ = ()

    def applications(self) -> ApplicationCollection:
        """Return the applications of the organization. Sends no request."""
        return self.client.applications(self.identifier)

    def get_application(self, name: str) -> Application:
        """Get an application.

        Args:
            name: The name.

        Returns:
            The application.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.applications().get(name)

    def platforms(self) -> PlatformCollection:
        """Return the platforms of the organization. Sends no request."""
        return self.client.platforms(self.identifier)

    def get_platform(self, name: str) -> Platform:
        """Get a platform.

        Args:
            name: The name.

        Returns:
            The platform.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.platforms().get(name)

    def distributions(self) -> DistributionCollection:
        """Return the distributions of the organization. Sends no request."""
        return self.client.distributions(self.identifier)

    def get_distribution(self, name: str) -> Distribution:
        """Get a distribution.

        Args:
            name: The name.

        Returns:
            The distribution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.distributions().get(name)

    def purchased_apps(self) -> PurchasedCollection:
        """Return the applications that the organization purchased in the store. Sends no request."""
        from comodit_client.api.purchased import PurchasedCollection
        from comodit_client.wire import purchased_applications

        return PurchasedCollection(self.client, (self.identifier,), purchased_applications.Operations)

    def get_purchased_app(self, uuid: str) -> PurchasedEntity:
        """Get the purchase of an application.

        Args:
            uuid: The uuid of the purchase.

        Returns:
            The purchase.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.purchased_apps().get(uuid)

    def purchased_dists(self) -> PurchasedCollection:
        """Return the distributions that the organization purchased in the store. Sends no request."""
        from comodit_client.api.purchased import PurchasedCollection
        from comodit_client.wire import purchased_distributions

        return PurchasedCollection(self.client, (self.identifier,), purchased_distributions.Operations)

    def get_purchased_dist(self, uuid: str) -> PurchasedEntity:
        """Get the purchase of a distribution.

        Args:
            uuid: The uuid of the purchase.

        Returns:
            The purchase.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.purchased_dists().get(uuid)
