# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for purchases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.purchases import PurchasedEntity


class PurchasedEntityListDict(TypedDict, total=False):
    """The JSON object of `PurchasedEntityList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PurchasedEntityDict] | None


class PurchasedEntityListMembers(TypedDict, total=False):
    """The keywords of `PurchasedEntityList`."""

    items: Iterable[PurchasedEntity | PurchasedEntityDict] | None
    extra: Mapping[str, Any]


class PurchasedEntityDict(TypedDict, total=False):
    """The JSON object of `PurchasedEntity`. It may have other members too."""

    uuid: str | None
    published: str | None
    name: str | None
    description: str | None
    purchasedVersion: int | None
    datePurchased: str | None
    forceUpdate: bool | None


class PurchasedEntityMembers(TypedDict, total=False):
    """The keywords of `PurchasedEntity`."""

    uuid: str | None
    published: str | None
    name: str | None
    force_update: bool | None
    extra: Mapping[str, Any]


class PurchasedEntityOptions(TypedDict, total=False):
    """The keywords to create `PurchasedEntity` with, besides the named arguments."""

    uuid: str | None
    force_update: bool | None
    extra: Mapping[str, Any]
