"""The requests of webhooks."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.simulation.outgoing import OutgoingRequest

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node


def webhook_request(webhook: Node) -> OutgoingRequest:
    """Return the request of a webhook.

    Raises:
        ApiError: The webhook has no server.
    """
    doc = webhook.doc
    if not doc.get("serverName"):
        raise conflict(f"Webhook {webhook.name} has no serverName; set one to run it")
    query = urlencode([(item["name"], item.get("value") or "") for item in doc.get("parameters", [])])
    headers = {item["name"]: item.get("value") or "" for item in doc.get("headers", [])}
    if doc.get("authenticationMethod") == "BASIC_AUTH":
        credentials = f"{doc.get('username') or ''}:{doc.get('token') or ''}".encode()
        headers["Authorization"] = f"Basic {b64encode(credentials).decode()}"
    path = quote(doc.get("path") or "/", safe="/%?=&;:@!$'()*+,~-._")
    separator = "&" if "?" in path else "?"
    return OutgoingRequest(
        doc.get("protocol") == "HTTPS",
        doc["serverName"].strip("[]"),
        doc.get("port"),
        doc.get("method") or "GET",
        f"{path}{separator}{query}" if query else path,
        headers,
        (doc.get("body") or "").encode(errors="replace"),
    )
