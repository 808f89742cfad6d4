# Made by `python -m generator` from handwritten/comodit_client/aio/purchased.py.
# Do not edit: change that, then run `make generate`.
"""The purchases of an organization in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, overload

from comodit_client.api._shared.owned_operations import PurchaseOperations
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.collection import OwnedCollection
from comodit_client.api.editable import EditableEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import purchases as views

if TYPE_CHECKING:
    from comodit_client.wire.dicts.purchases import PurchasedEntityMembers, PurchasedEntityOptions


class PurchasedEntity(views.PurchasedEntity, EditableEntity):
    """A link from an organization's copy to its entry in the store. `update` pulls the store's state.

    The class is the same for applications and distributions. The identifier is `uuid`.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: PurchasedCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PurchasedEntityMembers],
        ) -> None: ...

        @property
        def collection(self) -> PurchasedCollection: ...

    @property
    def identifier(self) -> str:
        """The uuid; empty before the purchase."""
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
        """The uuid and the name of the copy."""
        return f"{self.identifier} - {self.name}"


class PurchasedCollection(
    OwnedCollection[PurchasedEntity, PurchaseOperations],
    EditableCollection[PurchasedEntity],
    Clearable[PurchasedEntity],
):
    """The applications or distributions that an organization purchased, by uuid."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> PurchasedEntity:
        return PurchasedEntity(self, json_data)

    @overload
    def new(self, published: str, name: str, **members: Unpack[PurchasedEntityOptions]) -> PurchasedEntity: ...

    @overload
    @deprecated("Use published= instead of pub_uuid=.")
    def new(self, *, pub_uuid: str, name: str) -> PurchasedEntity: ...

    @renamed(pub_uuid="published")
    def new(self, published: str, name: str, **members: Unpack[PurchasedEntityOptions]) -> PurchasedEntity:
        """Build a purchase without sending it.

        Args:
            published: The uuid of the entry of the store.
            name: The name of the copy in the organization.
            members: Other members, as keywords of `PurchasedEntity`.

        Returns:
            The purchase, ready for `create`.
        """
        return self.build({"published": published, "name": name}, members)

    @overload
    def create(self, published: str, name: str, **members: Unpack[PurchasedEntityOptions]) -> PurchasedEntity: ...

    @overload
    @deprecated("Use published= instead of pub_uuid=.")
    def create(self, *, pub_uuid: str, name: str) -> PurchasedEntity: ...

    @renamed(pub_uuid="published")
    def create(self, published: str, name: str, **members: Unpack[PurchasedEntityOptions]) -> PurchasedEntity:
        """Purchase an entry of the store, which copies it into the organization.

        Args:
            published: The uuid of the entry of the store.
            name: The name of the copy in the organization.
            members: Other members, as keywords of `PurchasedEntity`.

        Returns:
            The purchase.

        Raises:
            Conflict: The name is already in use.
            EntityNotFoundException: The store has no such entry.

        Facts: S133.
        """
        purchase = self.new(published, name, **members)
        purchase.create()
        return purchase
