"""Webhooks: requests that are sent on demand, and values extracted from their replies."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import NamedCollection
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.outgoing import Delivery, Reply
from comodit_client.sandbox.simulation.webhooks import webhook_request

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

_SERVER = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
_CHOICES = {
    "method": ("GET", "POST", "PUT", "DELETE"),
    "protocol": ("HTTP", "HTTPS"),
    "authenticationMethod": ("NO_AUTH", "BASIC_AUTH"),
}
#: A step of a JSONPath: .name, ['name'] or [3].
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d{1,9})\]|\[(?:'([^']*)'|\"([^\"]*)\")\]")


def _stored(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    """Validate the parts of the request, so that an invalid URL is reported at once."""
    for name, choices in _CHOICES.items():
        if name in body and body[name] not in choices:
            raise bad_request(f"'{name}' must be one of {', '.join(choices)}")
    if "serverName" in body and not _SERVER.fullmatch(body["serverName"]):
        raise bad_request("'serverName' must be a name or an address without protocol, port and path")
    if "port" in body:
        if not 0 < body["port"] < 65536:
            raise bad_request("'port' must be between 1 and 65535")
        body["port"] = int(body["port"])
    if not body.get("path", "/").startswith("/"):
        raise bad_request("'path' must begin with a slash")
    for header in body.get("headers", []):
        if not _HEADER_NAME.fullmatch(header["name"]) or not _HEADER_VALUE.fullmatch(header.get("value") or ""):
            raise bad_request(f"The header {header['name']!r} has an invalid name or value")
    for item in body.get("properties", []):
        _parse_path(item.get("jsonPath") or "$")
    return body, {}


def _document(call: Call, webhook: Node) -> Document:
    lists: Document = {name: [] for name in ("headers", "parameters", "properties")}
    return {**lists, **webhook.doc, "organization": call.names["organization"]}


WEBHOOKS = NamedCollection("webhooks", "webhooks", "webhook", Call.organization, _document, to_stored=_stored)
WEBHOOKS.bind()


@operation("webhooks.run")
def _run(call: Call) -> Delivery:
    """Send the request of a webhook; the response contains the reply."""
    note(call.world, "webhooks.run")
    webhook = WEBHOOKS.find(call)
    wanted = webhook.doc.get("properties", [])
    return Delivery(webhook_request(webhook), lambda reply: ok(_result(webhook.name, wanted, reply)))


def _result(name: str, wanted: list[Document], reply: Reply) -> Document:
    if reply.error is not None:
        raise ApiError(424, f"Webhook {name} failed: {reply.error}")
    try:
        content = json.loads(reply.body)
    except (ValueError, RecursionError):
        content = None
    found = ((item["name"], _extract(content, item.get("jsonPath") or "$")) for item in wanted)
    properties = [{"name": name, "value": value} for name, value in found if value is not None]
    return {"returnCode": reply.status, "properties": properties}


def _parse_path(path: str) -> list[str | int]:
    """Parse a JSONPath of names and indexes; other features of JSONPath are not supported."""
    steps: list[str | int] = []
    place = 1 if path.startswith("$") else 0
    while place < len(path):
        match = _STEP.match(path, place)
        if match is None or not path.startswith("$"):
            raise bad_request(
                f"{path} is not a JSONPath that the sandbox supports; use $.name, $['name'] and $[0] only"
            )
        name, index, single, double = match.groups()
        steps.append(
            int(index) if index is not None else next(text for text in (name, single, double) if text is not None)
        )
        place = match.end()
    return steps


def _extract(content: Any, path: str) -> str | None:
    for step in _parse_path(path):
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return None
    return content if isinstance(content, str) or content is None else json.dumps(content)
