"""What an organization purchased in the store."""

from __future__ import annotations

from typing import Any

from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.entity import Entity
from comodit_client.wire import purchases as views


class PurchasedEntity(views.PurchasedEntity, Entity):
    """What links an organization's copy to the entry of the store that it comes from. `update` pulls.

    One class serves applications and distributions; `uuid` identifies it.
    """

    __slots__ = ()

    @property
    def identifier(self) -> str:
        """The uuid; empty as long as nothing is purchased."""
        return self._data.get("uuid") or ""

    @property
    def name(self) -> str:
        """The name of the copy in the organization."""
        return self._data.get("name") or ""

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def label(self) -> str:
        """The uuid, and the name of the copy."""
        return f"{self.identifier} - {self.name}"


class PurchasedCollection(OwnedCollection[PurchasedEntity]):
    """The applications, or the distributions, that an organization purchased, by their uuids."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> PurchasedEntity:
        return PurchasedEntity(self, json_data)

    def new(self, pub_uuid: str, name: str) -> PurchasedEntity:
        """Describe a purchase; nothing is sent.

        Args:
            pub_uuid: The uuid of the entry of the store.
            name: How the copy shall be called in the organization.

        Returns:
            The purchase, to `create`.
        """
        return self.wrap({"published": pub_uuid, "name": name})

    async def create(self, pub_uuid: str, name: str) -> PurchasedEntity:
        """Purchase an entry of the store: it is copied into the organization (S133).

        Args:
            pub_uuid: The uuid of the entry of the store.
            name: How the copy shall be called; the name must be free.

        Returns:
            The purchase.

        Raises:
            Conflict: The organization has something with that name.
            EntityNotFoundException: The store has no such entry.
        """
        purchase = self.new(pub_uuid, name)
        await purchase.create()
        return purchase
