"""What applications and distributions have in common: they can be put in the store, and come from there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation

if TYPE_CHECKING:
    from comodit_client.aio.organization import Organization
    from comodit_client.aio.purchased import PurchasedCollection
    from comodit_client.aio.store import PublishedEntity, StoreCollection


class IsStoreCapable(Entity):
    """An entity that can be published in the store, or that was purchased there (S133)."""

    __slots__ = ()

    async def publish(self, authorized_orgs: Iterable[str] | None = None) -> PublishedEntity:
        """Put the entity in the store as it is now; `refresh` then shows `published_as`.

        Args:
            authorized_orgs: Names of the organizations that may see it there; all when not given or empty.

        Returns:
            The entry of the store.

        Raises:
            UnsupportedOperation: It has no identifier yet: it was not read from the server.
        """
        if not self.uuid:
            raise UnsupportedOperation(f"{self!r} has no uuid to publish it by: get it from the server first")
        published: PublishedEntity = self._store().offer(self.uuid, authorized_orgs)
        await published.create()
        return published

    async def push(self) -> None:
        """Bring the store's copy of a published entity up to what the entity is now.

        Raises:
            UnsupportedOperation: It is not published.
            EntityNotFoundException: The store has the entry no more.
        """
        store = self._store()
        await store.wrap({"uuid": self._link("publishedAs", "not in the store: publish it first")}).update()

    async def pull(self) -> None:
        """Bring a purchased entity up to what the store has; `refresh` then shows it.

        Raises:
            UnsupportedOperation: It was not purchased.
            EntityNotFoundException: The organization has the purchase no more.
        """
        purchases = self._purchases()
        await purchases.wrap({"uuid": self._link("purchasedAs", "not from the store")}).update()

    def _link(self, member: str, otherwise: str) -> str:
        uuid: str | None = self._data.get(member)
        if not uuid:
            raise UnsupportedOperation(f"{self!r} is {otherwise}")
        return uuid

    def _organization(self) -> Organization:
        return self.client.organizations().new(self.collection.where[0])

    def _store(self) -> StoreCollection[Any]:
        """The part of the store that offers entities of this kind."""
        raise NotImplementedError

    def _purchases(self) -> PurchasedCollection:
        """What the organization purchased of this kind."""
        raise NotImplementedError
