"""The base class of entities that can be published in the store: applications and distributions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation

if TYPE_CHECKING:
    from comodit_client.aio.organization import Organization
    from comodit_client.aio.purchased import PurchasedCollection
    from comodit_client.aio.store import PublishedEntity, StoreCollection

P = TypeVar("P", bound="PublishedEntity")


class IsStoreCapable(Entity, Generic[P]):
    """Base class of entities that can be published in the store or purchased from it."""

    __slots__ = ()

    async def publish(self, authorized_orgs: Iterable[str] | None = None) -> P:
        """Publish the current state of the entity in the store. A later `refresh` sets `published_as`.

        Args:
            authorized_orgs: The names of the organizations that may see it. Default: all; an empty list means the same.

        Returns:
            The entry of the store.

        Raises:
            UnsupportedOperation: The entity has no uuid, because it was not read from the server.
        """
        if not self.uuid:
            raise UnsupportedOperation(f"Cannot publish {self!r}: it has no uuid. Get it from the server first.")
        published = self._store().offer(self.uuid, authorized_orgs)
        await published.create()
        return published

    async def push(self) -> None:
        """Update the store's copy of a published entity to the current state.

        Raises:
            UnsupportedOperation: The entity is not published.
            EntityNotFoundException: The store no longer has the entry.
        """
        store = self._store()
        uuid = self._store_uuid("publishedAs", "push", "it is not in the store; publish it first")
        await store.wrap({"uuid": uuid}).update()

    async def pull(self) -> None:
        """Update a purchased entity to the state in the store. A later `refresh` reads it.

        Raises:
            UnsupportedOperation: The entity was not purchased.
            EntityNotFoundException: The organization no longer has the purchase.
        """
        purchases = self._purchases()
        uuid = self._store_uuid(
            "purchasedAs", "pull", "it is not from the store; only purchased entities can be pulled"
        )
        await purchases.wrap({"uuid": uuid}).update()

    def _store_uuid(self, member: str, action: str, problem: str) -> str:
        uuid: str | None = self._data.get(member)
        if not uuid:
            raise UnsupportedOperation(f"Cannot {action} {self!r}: {problem}.")
        return uuid

    def _organization(self) -> Organization:
        return self.client.organizations().new(self._home.where[0])

    def _store(self) -> StoreCollection[P]:
        """Return the part of the store with entities of this kind."""
        raise NotImplementedError

    def _purchases(self) -> PurchasedCollection:
        """Return the organization's purchases of this kind."""
        raise NotImplementedError
