# Made by `python -m generator` from handwritten/comodit_client/aio/notification.py.
# Do not edit: change that, then run `make generate`.
"""Notification channels: the server's messages about events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api.capabilities import EditableCollection
from comodit_client.api.editable import RenamableEntity
from comodit_client.wire import notifications as views
from comodit_client.wire.notifications import Notifiable

if TYPE_CHECKING:
    from comodit_client.wire.dicts.notifications import NotificationMembers, NotificationOptions
    from comodit_client.wire.notifications import NotificationChannel

__all__ = ["Notifiable", "Notification", "NotificationCollection"]


class Notification(views.Notification, RenamableEntity):
    """A channel, such as chat or mail, for messages about selected kinds of events."""

    __slots__ = ()

    #: The name is optional: the server chooses one (S141).
    IDENTITY: ClassVar[str | None] = "name"

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: NotificationCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[NotificationMembers],
        ) -> None: ...

        @property
        def collection(self) -> NotificationCollection: ...

    @property
    def name(self) -> str:
        """The name; empty if the server has not chosen it yet."""
        return self.identifier

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    def run(self) -> None:
        """Send a test message through the channel.

        Raises:
            ApiException: The channel has no destination.
        """
        (organization,) = self._owners(1)
        self.client.run(views.run(organization, self.identifier))

    def impact(self, indent: int = 0) -> None:
        """Print the channel; same as `show`. Sends no request.

        Args:
            indent: The number of spaces before each line.
        """
        self.show(indent=indent)


class NotificationCollection(EditableCollection[Notification]):
    """The notification channels of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Notification:
        return Notification(self, json_data)

    def new(
        self,
        channel: NotificationChannel | str,
        value: str = "",
        name: str | None = None,
        **members: Unpack[NotificationOptions],
    ) -> Notification:
        """Build a channel without sending it.

        Args:
            channel: The kind of channel, such as `Slack`.
            value: The destination, as JSON text such as `{"webHookUrl": "https://..."}`.
            name: The name. Default: the server chooses it.
            members: Other members, as keywords of `Notification`.

        Returns:
            The channel, ready for `create`.
        """
        named = {} if name is None else {"name": name}
        return self.build({"channel": channel, "value": value, **named}, members)

    def create(
        self,
        channel: NotificationChannel | str,
        value: str = "",
        name: str | None = None,
        **members: Unpack[NotificationOptions],
    ) -> Notification:
        """Create a channel.

        Args:
            channel: The kind of channel, such as `Slack`.
            value: The destination, as JSON text such as `{"webHookUrl": "https://..."}`.
            name: The name. Default: the server chooses it.
            members: Other members, as keywords of `Notification`.

        Returns:
            The channel, with the name that the server returned.

        Raises:
            BadRequest: The server does not know the kind of channel.
            Conflict: The name is already in use.

        Facts: S141.
        """
        notification = self.new(channel, value, name, **members)
        notification.create()
        return notification
