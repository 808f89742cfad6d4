# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for notifications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.notifications import Notifiable, NotifiableAction, Notification, NotificationChannel


class NotificationListDict(TypedDict, total=False):
    """The JSON object of `NotificationList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[NotificationDict] | None


class NotificationListMembers(TypedDict, total=False):
    """The keywords of `NotificationList`."""

    items: Iterable[Notification | NotificationDict] | None
    extra: Mapping[str, Any]


class NotificationDict(TypedDict, total=False):
    """The JSON object of `Notification`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str | None
    description: str | None
    organization: str | None
    channel: NotificationChannel | str | None
    value: str | None
    notifiableViews: list[NotifiableDict] | None


class NotificationMembers(TypedDict, total=False):
    """The keywords of `Notification`."""

    name: str | None
    description: str | None
    channel: NotificationChannel | str | None
    value: str | None
    notifiable_views: Iterable[Notifiable | NotifiableDict] | None
    extra: Mapping[str, Any]


class NotificationOptions(TypedDict, total=False):
    """The keywords to create `Notification` with, besides the named arguments."""

    description: str | None
    notifiable_views: Iterable[Notifiable | NotifiableDict] | None
    extra: Mapping[str, Any]


class NotifiableDict(TypedDict, total=False):
    """The JSON object of `Notifiable`. It may have other members too."""

    actionType: NotifiableAction | str
    active: bool | None
    description: str | None


class NotifiableMembers(TypedDict, total=False):
    """The keywords of `Notifiable`."""

    action_type: NotifiableAction | str
    active: bool | None
    extra: Mapping[str, Any]
