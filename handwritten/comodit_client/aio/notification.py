"""Notification channels: how the server tells people of events."""

from __future__ import annotations

from typing import Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.wire import notifications as views
from comodit_client.wire.notifications import Notifiable

__all__ = ["Notifiable", "Notification", "NotificationCollection"]


class Notification(views.Notification, Entity):
    """A channel, such as chat or mail, through which the server tells of chosen kinds of events."""

    __slots__ = ()

    async def run(self) -> None:
        """Send a trial message through the channel.

        Raises:
            ApiException: The channel does not say where to send.
        """
        (organization,) = self.collection.where
        await self.client.run(views.run(organization, self.identifier))

    def impact(self, indent: int = 0) -> None:
        """Print what the channel tells of; the same as `show`. Costs no request.

        Args:
            indent: Blanks before each line.
        """
        self.show(indent=indent)


class NotificationCollection(Collection[Notification]):
    """The notification channels of an organization."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Notification:
        return Notification(self, json_data)

    def new(self, channel: str, value: str = "", name: str | None = None) -> Notification:
        """Describe a channel; nothing is sent.

        Args:
            channel: Its kind, such as `Slack`.
            value: Where to send: JSON text, such as `{"webHookUrl": "https://..."}`.
            name: Its name; whether the server makes one up is not known.

        Returns:
            The channel, to `create`.
        """
        return self.wrap({"channel": channel, "value": value} | ({} if name is None else {"name": name}))

    async def create(self, channel: str, value: str = "", name: str | None = None) -> Notification:
        """Create a channel.

        Args:
            channel: Its kind, such as `Slack`.
            value: Where to send: JSON text, such as `{"webHookUrl": "https://..."}`.
            name: Its name; whether the server makes one up is not known.

        Returns:
            The channel, with the name that the server gave.

        Raises:
            BadRequest: The server knows no such kind of channel.
            Conflict: There is one with that name.
        """
        notification = self.new(channel, value, name)
        await notification.create()
        return notification
