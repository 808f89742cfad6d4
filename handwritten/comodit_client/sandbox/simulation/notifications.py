"""Notifications of events: channels post them to a chat by HTTP; mail appears in the log only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.outgoing import Delivery, OutgoingRequest, Reply
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.logs import log

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World


def notify(world: World, event: str, message: str, organization: Node, place: Place | None = None) -> None:
    """Notify the channels that are active for an event.

    Args:
        world: The sandbox.
        event: The kind of the event, an `actionType`.
        message: The description of the event.
        organization: The organization concerned.
        place: The host concerned, if any.
    """
    for channel in world.store.children(organization.id, "notifications"):
        if event in channel.data["active"]:
            environment, host = (place.environment, place.host) if place else (None, None)
            log(world, "notification", f"{channel.name}: {message}", organization, environment, host)
            if webhook_url(channel.doc):
                waiting = world.store.add(channel.id, "messages", new_uuid(), {"text": message})
                schedule(world.store, waiting, "message", world.now())


@runner("message")
def _send(world: World, message: Node) -> Delivery | None:
    channel = world.store.get(message.parent)

    def sent(reply: Reply) -> None:
        if world.store.find(message.parent, message.kind, message.name) is None:
            return  # The channel was deleted in the meantime.
        world.store.delete([message])
        if error := delivery_error(reply):
            organization = world.store.at(channel.parent)
            if organization is not None:
                log(world, "other", f"Notification {channel.name} failed: {error}", organization)

    request = message_request(channel.doc, message.doc["text"])
    return Delivery(request, sent) if request else None


def delivery_error(reply: Reply) -> str | None:
    """Return the error of a delivery, or None if it succeeded."""
    return reply.error or (f"the server returned status {reply.status}" if reply.status >= 400 else None)


def webhook_url(doc: Document) -> str | None:
    """Return the URL that a channel posts to, or None."""
    try:
        value: Any = json.loads(doc.get("value") or "{}")
        url = value.get("webHookUrl") if isinstance(value, dict) else None
        parts = urlsplit(url) if isinstance(url, str) else None
        is_valid = parts and parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
    except ValueError:
        return None
    return url if is_valid and url and url.isascii() and url.isprintable() and " " not in url else None


def message_request(doc: Document, text: str) -> OutgoingRequest | None:
    """Return the request that posts a message to a channel, or None for a channel without a URL."""
    url = webhook_url(doc)
    if url is None:
        return None
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    body = json.dumps({"text": text}).encode()
    headers = {"Content-Type": "application/json"}
    return OutgoingRequest(parts.scheme == "https", parts.hostname or "", parts.port, "POST", target, headers, body)
