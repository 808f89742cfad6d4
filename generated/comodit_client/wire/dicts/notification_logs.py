# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for notification logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.notification_logs import NotificationLog


class NotificationLogListDict(TypedDict, total=False):
    """The JSON object of `NotificationLogList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[NotificationLogDict] | None


class NotificationLogListMembers(TypedDict, total=False):
    """The keywords of `NotificationLogList`."""

    items: Iterable[NotificationLog | NotificationLogDict] | None
    extra: Mapping[str, Any]


class NotificationLogDict(TypedDict, total=False):
    """The JSON object of `NotificationLog`. It may have other members too."""

    timestamp: str | None
    message: str | None


class NotificationLogMembers(TypedDict, total=False):
    """The keywords of `NotificationLog`."""

    extra: Mapping[str, Any]
