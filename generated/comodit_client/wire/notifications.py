# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Channels through which the server tells of events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/notifications/"

#: Kinds of channels; others may be there, as the template of 2018 has myChannel.
NotificationChannel: TypeAlias = Literal["Slack", "Email"] | str

#: triggerCustomAction: a custom action. KILL_FREE_INSTANCE: a free instance is killed. compOk, compError: a host is
#: compliant, or not. provisioned: a host is provisioned. execute: an action on an instance. NOTIFY_ERROR: a job
#: failed. AGENT_MESSAGE: a message of an agent.
NotifiableAction: TypeAlias = (
    Literal[
        "triggerCustomAction",
        "KILL_FREE_INSTANCE",
        "compOk",
        "compError",
        "provisioned",
        "execute",
        "NOTIFY_ERROR",
        "AGENT_MESSAGE",
    ]
    | str
)


class NotificationList(View):
    """A list answer: a page of Notification objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Notification]:
        """The items; may be absent when there is none."""
        return self._views("items", Notification)

    @items.setter
    def items(self, value: Iterable[Notification | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Notification(View):
    """A channel, such as chat or mail, through which the server tells of chosen kinds of events."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
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

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Number that the server raises on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Free text."""
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
    def channel(self) -> NotificationChannel | None:
        """Kind of the channel."""
        return self._data.get("channel")

    @channel.setter
    def channel(self, value: NotificationChannel | None) -> None:
        self._data["channel"] = value

    @channel.deleter
    def channel(self) -> None:
        self._data.pop("channel", None)

    @property
    def value(self) -> str | None:
        """Where to send, as JSON text with the channel's own members."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def notifiables(self) -> ViewList[Notifiable]:
        """Kinds of events, each switched on or off."""
        return self._views("notifiableViews", Notifiable)

    @notifiables.setter
    def notifiables(self, value: Iterable[Notifiable | Mapping[str, Any]] | None) -> None:
        self._set_list("notifiableViews", value)

    @notifiables.deleter
    def notifiables(self) -> None:
        self._data.pop("notifiableViews", None)


class Notifiable(View):
    """A kind of event, switched on or off for a channel."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "actionType"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "actionType": "action_type",
        "active": "active",
        "description": "description",
    }

    @property
    def action_type(self) -> NotifiableAction:
        """The kind of event."""
        value: NotifiableAction = self._data.get("actionType", NULL)
        return value

    @action_type.setter
    def action_type(self, value: NotifiableAction) -> None:
        self._data["actionType"] = value

    @property
    def actionType(self) -> NotifiableAction:
        """The identity as `action_type`, for old scripts."""
        return self.action_type

    @actionType.setter
    def actionType(self, value: NotifiableAction) -> None:
        self.action_type = value

    @property
    def active(self) -> bool | None:
        """Whether the channel tells of it."""
        return self._data.get("active")

    @active.setter
    def active(self, value: bool | None) -> None:
        self._data["active"] = value

    @active.deleter
    def active(self) -> None:
        self._data.pop("active", None)

    @property
    def description(self) -> str | None:
        """What the kind of event is."""
        return self._data.get("description")


def list(
    organization: str,
) -> Request[NotificationList]:
    """List the notification channels of the organization.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a NotificationList: the notification channels.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Whether the server makes up a name from the channel when there is none is not known.

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a Notification: the notification channel as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Notification: the notification channel.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Notification: the notification channel as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Send a trial message through the channel.

    Facts: organization.

    Args:
        organization: Name of the organization.
        notification: Name of the notification channel.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "notifications.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/notifications/{segment('notification', notification)}/_run",
        "nothing",
        identity,
    )
