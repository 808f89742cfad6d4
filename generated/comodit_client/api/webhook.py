# Made by `python -m generator` from handwritten/comodit_client/aio/webhook.py.
# Do not edit: change that, then run `make generate`.
"""Webhooks: HTTP requests that the server sends out."""

from __future__ import annotations

from typing import Any

from comodit_client.api._shared.described import DescribedCollection
from comodit_client.api.entity import Entity
from comodit_client.wire import webhooks as views
from comodit_client.wire.webhooks import PropertyResult, WebhookParameter, WebhookProperty, WebhookResult

__all__ = ["PropertyResult", "Webhook", "WebhookCollection", "WebhookParameter", "WebhookProperty", "WebhookResult"]

#: The members that tell what a run of a webhook would do.
TELLING = ("method", "serverName", "path", "properties")


class Webhook(views.Webhook, Entity):
    """An HTTP request that the server sends when asked, and what it picks from the answer."""

    __slots__ = ()

    def run(self) -> WebhookResult:
        """Have the server send the request, and wait for what comes back.

        Returns:
            The status that the called server answered, and what was picked from its answer.

        Raises:
            ApiException: The called server could not be reached.
        """
        (organization,) = self.collection.where
        return self.client.run(views.run(organization, self.identifier))

    def impact(self, indent: int = 0) -> None:
        """Print what a run would do: method, server, path and properties. Costs no request.

        Args:
            indent: Blanks before each line.
        """
        views.Webhook({member: self._data.get(member) for member in TELLING}).show(indent=indent)


class WebhookCollection(DescribedCollection[Webhook]):
    """The webhooks of an organization."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Webhook:
        return Webhook(self, json_data)
