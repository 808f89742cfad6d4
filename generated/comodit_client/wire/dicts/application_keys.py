# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.application_keys import ApplicationKey, ApplicationKeyMethod


class ApplicationKeyListDict(TypedDict, total=False):
    """The JSON object of `ApplicationKeyList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ApplicationKeyDict] | None


class ApplicationKeyListMembers(TypedDict, total=False):
    """The keywords of `ApplicationKeyList`."""

    items: Iterable[ApplicationKey | ApplicationKeyDict] | None
    extra: Mapping[str, Any]


class ApplicationKeyDict(TypedDict, total=False):
    """The JSON object of `ApplicationKey`. It may have other members too."""

    uuid: str | None
    version: int | None
    organization: str | None
    name: str
    description: str | None
    method: ApplicationKeyMethod | str | None
    token: str | None
    accessKey: str | None
    secretKey: str | None
    created: str | None
    expirationDate: str | None
    group: str | None
    creator: str | None


class ApplicationKeyMembers(TypedDict, total=False):
    """The keywords of `ApplicationKey`."""

    name: str
    description: str | None
    method: ApplicationKeyMethod | str | None
    expiration_date: str | datetime | None
    group: str | None
    extra: Mapping[str, Any]


class ApplicationKeyOptions(TypedDict, total=False):
    """The keywords to create `ApplicationKey` with, besides the named arguments."""

    extra: Mapping[str, Any]
