"""Parsing and checking of request bodies: an invalid body gives a helpful error and never breaks the server."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.validation import parse_boolean
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

_MAX_DEPTH = 100


def _not_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not allowed in JSON")


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"the number {number} is too large")
    return value


def parse(body: bytes, what: str = "The body") -> Any:
    """Parse a JSON body.

    Args:
        body: The body.
        what: Its name in error texts.

    Raises:
        ApiError: The body is not JSON, or nested too deeply.
    """
    try:
        document = json.loads(body, parse_constant=_not_json, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise bad_request(f"{what} is not JSON: {error}") from None
    if _is_deep(document):
        raise bad_request(f"{what} has more than {_MAX_DEPTH} levels of lists and objects")
    return document


def _is_deep(document: Any) -> bool:
    """Return whether a document has more levels than code that recurses over it can handle."""
    level = [document]
    for _ in range(_MAX_DEPTH):
        if not level:
            return False
        members = (
            item.values() if isinstance(item, dict) else item for item in level if isinstance(item, (dict, list))
        )
        level = [item for item in chain.from_iterable(members) if isinstance(item, (dict, list))]
    return bool(level)


def required_text(document: Document, member: str) -> str:
    """Return a member that must be non-empty text.

    Raises:
        ApiError: The member is missing, empty or not text.
    """
    value = document.get(member)
    if not isinstance(value, str) or not value:
        raise bad_request(f"'{member}' is missing or empty")
    return value


def checked_key(key: str) -> str:
    """Check and return the key of a setting or a parameter.

    Raises:
        ApiError: The key begins with an underscore, which is reserved for the server (S95).
    """
    if key.startswith("_"):
        text = f"The key {key} begins with an underscore, which is reserved for the server"
        raise ApiError(400, text, behaviour="settings.reserved-key")
    return key


def without(document: Document, members: Collection[str]) -> Document:
    """Return a document without nulls (S15) and without some members, such as read-only ones (S5)."""
    return {name: value for name, value in document.items() if value is not None and name not in members}


def with_boolean(document: Document, member: str) -> Document:
    """Return a document in which a member, if present, is converted to a boolean (S116)."""
    return {**document, member: parse_boolean(document[member])} if member in document else document


def new_document(document: Document) -> Document:
    """Return a document with a new identifier and version 0 (S16, S17)."""
    return {"uuid": new_uuid(), "version": 0, "name": document["name"], **document}


def updated_document(node: Node, document: Document) -> Document:
    """Return the document after a PUT: the body with the old identifier and the next version (S5, S16).

    The node remembers this version: other changes, such as those of settings, raise the version as well.
    """
    version = node.data["replaced"] = node.doc["version"] + 1
    return {"uuid": node.doc["uuid"], "version": version, "name": document["name"], **document}
