"""Calls of the API, as files describe them."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from attrs import field, frozen

from comodit_client.sandbox.errors import bad_request

_MEMBERS = {"method", "path", "query", "body", "content"}
_JSON = "application/json"
_BYTES = "application/octet-stream"
#: The methods that do not change anything.
READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: All characters that may stand in a path without an encoding; what is encoded stays so.
_IN_PATHS = "/%:@!$&'()*+,;=~"


@frozen
class SeedCall:
    """A call of the API.

    Attributes:
        method: The HTTP method.
        path: The path below the root of the API, percent-encoded.
        query: The query.
        content: The bytes of the body.
        media_type: The type of the body; empty without one.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(factory=dict)
    content: bytes = field(default=b"", repr=False)
    media_type: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def call_from_document(document: Any) -> SeedCall:
    """Return the call that a JSON object describes.

    Raises:
        ApiError: A member is missing, unknown or has the wrong type.
    """
    if not isinstance(document, dict):
        raise bad_request("it must be an object with the members 'method' and 'path'")
    if unknown := document.keys() - _MEMBERS:
        raise bad_request(f"unknown member '{min(map(str, unknown))}'; use {', '.join(sorted(_MEMBERS))}")
    if "body" in document and "content" in document:
        raise bad_request("it has both 'body' and 'content'; remove one")
    method, path = _text(document, "method").upper(), _text(document, "path")
    if "?" in path:
        raise bad_request("'path' contains a query; move it to 'query'")
    encoded = "/" + quote(path.lstrip("/"), safe=_IN_PATHS)
    query = _query(document.get("query") or {})
    if "body" in document:
        return SeedCall(method, encoded, query, json.dumps(document["body"]).encode(), _JSON)
    if "content" in document:
        return SeedCall(method, encoded, query, _decoded(_text(document, "content", empty=True)), _BYTES)
    return SeedCall(method, encoded, query)


def call_from_interaction(interaction: Any) -> SeedCall | None:
    """Return the call of an interaction in a cassette; None if it changed nothing.

    Raises:
        ApiError: It is not an interaction.
    """
    try:
        request, status = interaction["request"], interaction["response"]["status"]["code"]
        method, address = request["method"].upper(), urlsplit(request["uri"])
    except (KeyError, TypeError, AttributeError, ValueError):
        raise bad_request("it is not a request with its response") from None
    if method in READING or not isinstance(status, int) or not 200 <= status < 300:
        return None
    body = request.get("body") or b""
    content = body.encode(errors="surrogateescape") if isinstance(body, str) else body
    if not isinstance(content, bytes):
        raise bad_request("the body of the request must be text or bytes")
    # The API may be below a path of its server.
    _, root, below = address.path.partition("/api/")
    pairs = [pair.partition("=")[::2] for pair in address.query.split("&") if pair]
    query = {unquote(name.replace("+", " ")): unquote(value.replace("+", " ")) for name, value in pairs}
    return SeedCall(method, "/" + (below if root else address.path.lstrip("/")), query, content, _type(request))


def _type(request: Mapping[str, Any]) -> str:
    headers = request.get("headers") or {}
    values = [value for name, value in headers.items() if name.lower() == "content-type"]
    value = values[0] if values else ""
    return str(value[0] if isinstance(value, list) and value else value or "")


def _text(document: Mapping[str, Any], member: str, empty: bool = False) -> str:
    value = document.get(member)
    if not isinstance(value, str) or not (value or empty):
        raise bad_request(f"'{member}' must be text")
    return value


def _query(query: Any) -> dict[str, str]:
    if not isinstance(query, dict) or any(isinstance(value, (dict, list)) for value in query.values()):
        raise bad_request("'query' must be an object of texts, numbers and booleans")
    return {str(name): value if isinstance(value, str) else json.dumps(value) for name, value in query.items()}


def _decoded(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise bad_request("'content' must be base64") from None
