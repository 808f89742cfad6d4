# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Channels that the server sends notifications of events to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.notifications import (
        NotifiableDict,
        NotifiableMembers,
        NotificationDict,
        NotificationListDict,
        NotificationListMembers,
        NotificationMembers,
    )

#: Type of a channel. Others may exist; a template of 2018 has myChannel.
NotificationChannel: TypeAlias = Literal["Slack", "Email"]

#: triggerCustomAction: a custom action ran. KILL_FREE_INSTANCE: a free instance was deleted. compOk, compError: a host
#: is compliant or not. provisioned: a host was provisioned. execute: an action on an instance. NOTIFY_ERROR: a job
#: failed. AGENT_MESSAGE: a message from an agent.
NotifiableAction: TypeAlias = Literal[
    "triggerCustomAction",
    "KILL_FREE_INSTANCE",
    "compOk",
    "compError",
    "provisioned",
    "execute",
    "NOTIFY_ERROR",
    "AGENT_MESSAGE",
]


class NotificationList(View):
    """A list response: one page of Notification objects."""

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
            self, json_data: NotificationListDict | None = None, **members: Unpack[NotificationListMembers]
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
    def items(self) -> ViewList[Notification, Notification | NotificationDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Notification)

    @items.setter
    def items(self, value: Iterable[Notification | NotificationDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Notification(View):
    """A channel, such as chat or mail, that the server sends notifications of selected events to."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "channel": "channel",
        "value": "value",
        "notifiableViews": "notifiables",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "value",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "channel": "channel",
        "value": "value",
        "notifiable_views": "notifiableViews",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: NotificationDict | None = None, **members: Unpack[NotificationMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str | None:
        """Name, unique in the organization."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def channel(self) -> NotificationChannel | str | None:
        """Type of the channel."""
        return self._data.get("channel")

    @channel.setter
    def channel(self, value: NotificationChannel | str | None) -> None:
        self._data["channel"] = value

    @channel.deleter
    def channel(self) -> None:
        self._data.pop("channel", None)

    @property
    def value(self) -> str | None:
        """Configuration of the channel, as JSON text."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def notifiables(self) -> ViewList[Notifiable, Notifiable | NotifiableDict]:
        """Types of events, each enabled or disabled."""
        return self._views("notifiableViews", Notifiable)

    @notifiables.setter
    def notifiables(self, value: Iterable[Notifiable | NotifiableDict] | None) -> None:
        self._set_views("notifiableViews", value)

    @notifiables.deleter
    def notifiables(self) -> None:
        self._data.pop("notifiableViews", None)


class Notifiable(View):
    """A type of event, enabled or disabled for a channel."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "actionType"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "actionType": "action_type",
        "active": "active",
        "description": "description",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "action_type": "actionType",
        "active": "active",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: NotifiableDict | None = None, **members: Unpack[NotifiableMembers]) -> None: ...

    @property
    def action_type(self) -> NotifiableAction | str:
        """Type of the event."""
        value: NotifiableAction | str = self._data.get("actionType", NULL)
        return value

    @action_type.setter
    def action_type(self, value: NotifiableAction | str) -> None:
        self._data["actionType"] = value

    @property
    def actionType(self) -> NotifiableAction | str:
        """Alias of `action_type`, kept for old scripts."""
        return self.action_type

    @actionType.setter
    def actionType(self, value: NotifiableAction | str) -> None:
        self.action_type = value

    @property
    def active(self) -> bool | None:
        """Whether the channel sends notifications of the event."""
        return self._data.get("active")

    @active.setter
    def active(self, value: bool | None) -> None:
        self._data["active"] = value

    @active.deleter
    def active(self) -> None:
        self._data.pop("active", None)

    @property
    def description(self) -> str | None:
        """Description of the type of event."""
        return self._data.get("description")


def list(
    organization: str,
) -> Request[NotificationList]:
    """List the notification channels of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a NotificationList: the notification channels.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "notifications.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/notifications/",
        "object",
        NotificationList,
    )


def create(
    organization: str,
    body: Notification | Mapping[str, Any],
) -> Request[Notification]:
    """Create a notification channel.

    The name is optional. It is unknown which name the server then gives the channel.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a Notification: the created notification channel.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S141, organization.
    """
    return Request(
        "notifications.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/notifications/",
        "object",
        Notification,
        body=unwrapped(body),
        secret=("value",),
    )


def get(
    organization: str,
    notification: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Notification]:
    """Get the notification channel.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Notification: the notification channel.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
    """
    return Request(
        "notifications.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/notifications/{segment('notification', notification)}",
        "object",
        Notification,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    notification: str,
    body: Notification | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Notification]:
    """Update the notification channel.

    A new name in the body renames the notification channel.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Notification: the updated notification channel.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "notifications.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/notifications/{segment('notification', notification)}",
        "object",
        Notification,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
        secret=("value",),
    )


def delete(
    organization: str,
    notification: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the notification channel.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "notifications.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/notifications/{segment('notification', notification)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def run(
    organization: str,
    notification: str,
) -> Request[None]:
    """Send a test message through the channel.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "notifications.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/notifications/{segment('notification', notification)}/_run",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/notifications/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[NotificationList]:
        """List the notification channels of the organization."""
        return list(self._organization)

    def create(self, body: Notification | Mapping[str, Any]) -> Request[Notification]:
        """Create a notification channel."""
        return create(self._organization, body)

    def get(
        self,
        notification: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Notification]:
        """Get the notification channel."""
        return get(self._organization, notification, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        notification: str,
        body: Notification | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Notification]:
        """Update the notification channel."""
        return update(
            self._organization,
            notification,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        notification: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the notification channel."""
        return delete(
            self._organization,
            notification,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def run(self, notification: str) -> Request[None]:
        """Send a test message through the channel."""
        return run(self._organization, notification)
