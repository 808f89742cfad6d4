"""Webhooks: requests that are sent when somebody asks, and what is picked from their replies."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.errors import Refusal, conflict, unusable
from comodit_client.sandbox.http.responses import ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import Named
from comodit_client.sandbox.simulation.outgoing import Delivery, Outgoing, Reply

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
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[(?:'([^']*)'|\"([^\"]*)\")\]")


def _kept(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    """Check what the request is made of, so that a URL that is none is refused when it is written."""
    for name, choices in _CHOICES.items():
        if name in body and body[name] not in choices:
            raise unusable(f"'{name}' must be one of {', '.join(choices)}")
    if "serverName" in body and not _SERVER.fullmatch(body["serverName"]):
        raise unusable("'serverName' must be a name or an address, without protocol, port and path")
    if "port" in body and not 0 < body["port"] < 65536:
        raise unusable("'port' must be between 1 and 65535")
    if not body.get("path", "/").startswith("/"):
        raise unusable("'path' must begin with a slash")
    for header in body.get("headers", []):
        if not _HEADER_NAME.fullmatch(header["name"]) or not _HEADER_VALUE.fullmatch(header.get("value") or ""):
            raise unusable(f"{header['name']!r} is no header, or its value is none")
    for item in body.get("properties", []):
        _steps(item.get("jsonPath") or "$")
    return body, {}


def _shown(call: Call, webhook: Node) -> Document:
    lists: Document = {name: [] for name in ("headers", "parameters", "properties")}
    return {**lists, **webhook.doc, "organization": call.names["organization"]}


WEBHOOKS = Named("webhooks", "webhooks", "webhook", Call.organization, _shown, kept=_kept)
WEBHOOKS.bind()


def request_of(webhook: Node) -> Outgoing:
    """Return the request that a webhook sends.

    Raises:
        Refusal: It has no server to send it to.
    """
    doc = webhook.doc
    if not doc.get("serverName"):
        raise conflict(f"Webhook {webhook.name} has no serverName; there is nowhere to send it to")
    query = urlencode([(item["name"], item.get("value") or "") for item in doc.get("parameters", [])])
    headers = {item["name"]: item.get("value") or "" for item in doc.get("headers", [])}
    if doc.get("authenticationMethod") == "BASIC_AUTH":
        credentials = f"{doc.get('username') or ''}:{doc.get('token') or ''}".encode()
        headers["Authorization"] = f"Basic {b64encode(credentials).decode()}"
    path = quote(doc.get("path") or "/", safe="/%?=&;:@!$'()*+,~-._")
    separator = "&" if "?" in path else "?"
    return Outgoing(
        doc.get("protocol") == "HTTPS",
        doc["serverName"].strip("[]"),
        doc.get("port"),
        doc.get("method") or "GET",
        f"{path}{separator}{query}" if query else path,
        headers,
        (doc.get("body") or "").encode(errors="replace"),
    )


@operation("webhooks.run")
def _run(call: Call) -> Delivery:
    """Send the request of a webhook; the answer is what came back."""
    webhook = WEBHOOKS.find(call)
    wanted = webhook.doc.get("properties", [])
    return Delivery(request_of(webhook), lambda reply: ok(_result(webhook.name, wanted, reply)))


def _result(name: str, wanted: list[Document], reply: Reply) -> Document:
    if reply.error is not None:
        raise Refusal(424, f"Webhook {name} did not get through: {reply.error}")
    try:
        content = json.loads(reply.body)
    except ValueError:
        content = None
    found = ((item["name"], _picked(content, item.get("jsonPath") or "$")) for item in wanted)
    properties = [{"name": name, "value": value} for name, value in found if value is not None]
    return {"returnCode": reply.status, "properties": properties}


def _steps(path: str) -> list[str | int]:
    """Read a JSONPath of names and indexes; what else there is in JSONPath is not done here."""
    rest, steps = path.removeprefix("$"), []
    while rest:
        match = _STEP.match(rest)
        if match is None or not path.startswith("$"):
            raise unusable(f"{path} is no JSONPath that the sandbox can follow; it knows $.name, $['name'] and $[0]")
        name, index, single, double = match.groups()
        steps.append(
            int(index) if index is not None else next(text for text in (name, single, double) if text is not None)
        )
        rest = rest[match.end() :]
    return steps


def _picked(content: Any, path: str) -> str | None:
    for step in _steps(path):
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return None
    return content if isinstance(content, str) or content is None else json.dumps(content)
