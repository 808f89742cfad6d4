"""Notification channels: through them the server tells of events (to a chat by HTTP, by mail only in its log)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.errors import Refusal, unusable
from comodit_client.sandbox.http.responses import Answer, done
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.logs import log
from comodit_client.sandbox.operations.named import Named
from comodit_client.sandbox.simulation.agenda import plan, runner
from comodit_client.sandbox.simulation.outgoing import Delivery, Outgoing, Reply
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_EVENTS = {
    "triggerCustomAction": "Custom action is executed",
    "KILL_FREE_INSTANCE": "Free instance is killed",
    "compOk": "Host is compliant",
    "compError": "Host is not compliant",
    "provisioned": "Host is provisioned",
    "execute": "Action is executed on an instance",
    "NOTIFY_ERROR": "Job has failed",
    "AGENT_MESSAGE": "Agent has sent a message",
}


def notify(world: World, event: str, message: str, organization: Node, place: Place | None = None) -> None:
    """Tell of an event through each channel that wants to know.

    Args:
        world: The sandbox.
        event: The kind of event, an `actionType`.
        message: What happened.
        organization: Where.
        place: The host that it happened to, if any.
    """
    for channel in world.store.children(organization.id, "notifications"):
        if event in channel.data["active"]:
            environment, host = (place.environment, place.host) if place else (None, None)
            log(world, "notification", f"{channel.name}: {message}", organization, environment, host)
            if _address(channel.doc):
                waiting = world.store.add(channel.id, "messages", new_uuid(), {"text": message})
                plan(world.store, waiting, "message", world.now())


@runner("message")
def _send(world: World, message: Node) -> Delivery | None:
    channel = world.store.get(message.parent)

    def sent(reply: Reply) -> None:
        world.store.delete([message])
        if fault := _fault(reply):
            organization = world.store.at(channel.parent)
            if organization is not None:
                log(world, "other", f"Notification {channel.name} did not get through: {fault}", organization)

    request = _request(channel.doc, message.doc["text"])
    return Delivery(request, sent) if request else None


def _kept(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    views: list[Document] = body.pop("notifiableViews", None) or []
    if body.get("value") and body.get("channel") == "Slack" and not _address(body):
        raise unusable("'value' of a Slack channel must be JSON text with the member webHookUrl, an http or https URL")
    others = [view["actionType"] for view in views if view["actionType"] not in _EVENTS]
    active = [view["actionType"] for view in views if str(view.get("active")).lower() == "true"]
    return body, {"active": active, "others": list(dict.fromkeys(others))}


def _shown(call: Call, channel: Node) -> Document:
    data = channel.data
    kinds = {**_EVENTS, **{name: name for name in data["others"]}}
    views = [
        {"actionType": name, "active": name in data["active"], "description": text} for name, text in kinds.items()
    ]
    return {**channel.doc, "organization": call.names["organization"], "notifiableViews": views}


NOTIFICATIONS = Named("notifications", "notifications", "notification", Call.organization, _shown, kept=_kept)
NOTIFICATIONS.bind()


@operation("notifications.run")
def _run(call: Call) -> Answer | Delivery:
    """Send a trial message."""
    channel, text = NOTIFICATIONS.find(call), f"Trial message from {call.names['organization']}"
    log(call.world, "notification", f"{channel.name}: {text}", call.organization())
    request = _request(channel.doc, text)
    return Delivery(request, lambda reply: _tried(channel.name, reply)) if request else done()


def _tried(name: str, reply: Reply) -> Answer:
    if fault := _fault(reply):
        raise Refusal(424, f"Notification {name} did not get through: {fault}")
    return done()


def _fault(reply: Reply) -> str | None:
    return reply.error or (f"the answer was {reply.status}" if reply.status >= 400 else None)


def _address(doc: Document) -> str | None:
    """Return the URL that a channel posts to, or None when it has none."""
    try:
        value: Any = json.loads(doc.get("value") or "{}")
        url = value.get("webHookUrl") if isinstance(value, dict) else None
        parts = urlsplit(url) if isinstance(url, str) else None
        usable = parts and parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
    except ValueError:
        return None
    return url if usable and url and url.isascii() and url.isprintable() and " " not in url else None


def _request(doc: Document, text: str) -> Outgoing | None:
    url = _address(doc)
    if url is None:
        return None
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    body = json.dumps({"text": text}).encode()
    headers = {"Content-Type": "application/json"}
    return Outgoing(parts.scheme == "https", parts.hostname or "", parts.port, "POST", target, headers, body)
