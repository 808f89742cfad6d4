"""Webhooks: HTTP requests that the server sends out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import webhooks as views
from comodit_client.wire.webhooks import PropertyResult, WebhookParameter, WebhookProperty, WebhookResult

if TYPE_CHECKING:
    from comodit_client.wire.dicts.webhooks import WebhookMembers, WebhookOptions

__all__ = ["PropertyResult", "Webhook", "WebhookCollection", "WebhookParameter", "WebhookProperty", "WebhookResult"]

#: The members that describe the request of a webhook.
REQUEST_MEMBERS = ("method", "serverName", "path", "properties")


class Webhook(views.Webhook, RenamableEntity):
    """An HTTP request that the server sends on demand, and the values that it extracts from the response."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: WebhookCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[WebhookMembers],
        ) -> None: ...

        @property
        def collection(self) -> WebhookCollection: ...

    async def run(self) -> WebhookResult:
        """Make the server send the request, and return the result.

        Returns:
            The status code of the response, and the values extracted from it.

        Raises:
            ApiException: The called server could not be reached.
        """
        (organization,) = self._owners(1)
        return await self.client.run(views.run(organization, self.identifier))

    def impact(self, indent: int = 0) -> None:
        """Print the request that `run` would make: method, server, path and properties. Sends no request.

        Args:
            indent: The number of spaces before each line.
        """
        request = {member: self._data[member] for member in REQUEST_MEMBERS if member in self._data}
        views.Webhook.from_json(request).show(indent=indent)


class WebhookCollection(DescribedCollection[Webhook]):
    """The webhooks of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Webhook:
        return Webhook(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[WebhookOptions]) -> Webhook:
        return self.build({"name": name, "description": description}, members)

    async def create(self, name: str, description: str | None = "", **members: Unpack[WebhookOptions]) -> Webhook:
        webhook = self.new(name, description, **members)
        await webhook.create()
        return webhook
