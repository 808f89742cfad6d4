# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of purchases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.purchases import (
        PurchasedEntityDict,
        PurchasedEntityListDict,
        PurchasedEntityListMembers,
        PurchasedEntityMembers,
    )


class PurchasedEntityList(View):
    """A list response: one page of PurchasedEntity objects."""

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
            self, json_data: PurchasedEntityListDict | None = None, **members: Unpack[PurchasedEntityListMembers]
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
    def items(self) -> ViewList[PurchasedEntity, PurchasedEntity | PurchasedEntityDict]:
        """The items; may be absent if there are none."""
        return self._views("items", PurchasedEntity)

    @items.setter
    def items(self, value: Iterable[PurchasedEntity | PurchasedEntityDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class PurchasedEntity(View):
    """Link between an organization's copy and its store entry."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "published": "published",
        "name": "name",
        "description": "description",
        "purchasedVersion": "purchased_version",
        "datePurchased": "date_purchased",
        "forceUpdate": "force_update",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "published": "published",
        "name": "name",
        "force_update": "forceUpdate",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PurchasedEntityDict | None = None, **members: Unpack[PurchasedEntityMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Identifier of the purchase, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @uuid.setter
    def uuid(self, value: str | None) -> None:
        self._data["uuid"] = value

    @uuid.deleter
    def uuid(self) -> None:
        self._data.pop("uuid", None)

    @property
    def published(self) -> str | None:
        """Identifier of the store entry."""
        return self._data.get("published")

    @published.setter
    def published(self, value: str | None) -> None:
        self._data["published"] = value

    @published.deleter
    def published(self) -> None:
        self._data.pop("published", None)

    @property
    def name(self) -> str | None:
        """Name of the copy in the organization."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def description(self) -> str | None:
        """Description of what was purchased."""
        return self._data.get("description")

    @property
    def purchased_version(self) -> int | None:
        """Version of the entry that the copy was made from."""
        return self._data.get("purchasedVersion")

    @property
    def date_purchased(self) -> str | None:
        """Time of the purchase, e.g. 2020-02-03T08:00:00.000+0100."""
        return self._data.get("datePurchased")

    @property
    def purchased_at(self) -> datetime | None:
        """The date in `date_purchased`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `date_purchased` returns it as it is.
        """
        return self._date("datePurchased")

    @property
    def force_update(self) -> bool | None:
        """Undocumented; presumably whether to overwrite an existing resource of the same name."""
        return self._data.get("forceUpdate")

    @force_update.setter
    def force_update(self, value: bool | None) -> None:
        self._data["forceUpdate"] = value

    @force_update.deleter
    def force_update(self) -> None:
        self._data.pop("forceUpdate", None)
