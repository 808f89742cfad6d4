"""Notification channels of events: a chat by HTTP, or mail, which appears in the log only."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, no_content
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import NamedCollection
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.notifications import delivery_error, message_request, webhook_url
from comodit_client.sandbox.simulation.outgoing import Delivery, Reply
from comodit_client.sandbox.state.logs import log

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

#: The descriptions of the events that a channel can report.
EVENTS = {
    "triggerCustomAction": "Custom action is executed",
    "KILL_FREE_INSTANCE": "Free instance is killed",
    "compOk": "Host is compliant",
    "compError": "Host is not compliant",
    "provisioned": "Host is provisioned",
    "execute": "Action is executed on an instance",
    "NOTIFY_ERROR": "Job has failed",
    "AGENT_MESSAGE": "Agent has sent a message",
}


def _stored(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    views: list[Document] = body.pop("notifiableViews", None) or []
    if body.get("value") and body.get("channel") == "Slack" and not webhook_url(body):
        raise bad_request(
            "'value' of a Slack channel must be JSON text with the member webHookUrl, an http or https URL"
        )
    others = [view["actionType"] for view in views if view["actionType"] not in EVENTS]
    active = [view["actionType"] for view in views if str(view.get("active")).lower() == "true"]
    return body, {"active": active, "others": list(dict.fromkeys(others))}


def _to_name(call: Call, organization: Node, body: Document) -> str:
    """Return the name; without one, a channel keeps its name, and a new one is named after its kind (S141)."""
    name: str = body.get("name") or call.names.get("notification") or body.get("channel") or "channel"
    if body.get("name") or "notification" in call.names:
        return name
    note(call.world, "notifications.unnamed")
    taken = {node.name for node in call.world.store.children(organization.id, "notifications")}
    numbered = (f"{name} {number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)


def _document(call: Call, channel: Node) -> Document:
    data = channel.data
    kinds = {**EVENTS, **{name: name for name in data["others"]}}
    views = [
        {"actionType": name, "active": name in data["active"], "description": text} for name, text in kinds.items()
    ]
    return {**channel.doc, "organization": call.names["organization"], "notifiableViews": views}


NOTIFICATIONS = NamedCollection(
    "notifications", "notifications", "notification", Call.organization, _document, to_stored=_stored, to_name=_to_name
)
NOTIFICATIONS.bind()


@operation("notifications.run")
def _run(call: Call) -> ApiResponse | Delivery:
    """Send a test message."""
    note(call.world, "notifications.run")
    channel, text = NOTIFICATIONS.find(call), f"Test message from {call.names['organization']}"
    log(call.world, "notification", f"{channel.name}: {text}", call.organization())
    request = message_request(channel.doc, text)
    return Delivery(request, lambda reply: _test_result(channel.name, reply)) if request else no_content()


def _test_result(name: str, reply: Reply) -> ApiResponse:
    if error := delivery_error(reply):
        raise ApiError(424, f"Notification {name} failed: {error}")
    return no_content()
