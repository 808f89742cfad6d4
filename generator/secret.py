"""Finds secrets: `format: password`, also inside lists, maps, unions and named schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.fragments import Document

#: The keys whose schemas describe the value itself, or the elements that show with it.
PARTS = ("items", "additionalProperties", "anyOf", "oneOf")


def mark_secrets(document: Document) -> None:
    """Write `format: password` at each member that is or holds a secret, so that nobody else needs to search for it.

    A member whose value has a view of its own is not marked: the view masks its members one by one.

    Args:
        document: The bundle.
    """
    schemas: Document = document["components"]["schemas"]
    marked = [
        member
        for schema in schemas.values()
        for member in schema.get("properties", {}).values()
        if _is_secret(schemas, member) or (not _has_view(schemas, member) and any(_members(schemas, member)))
    ]
    for member in marked:  # afterwards: a mark is no evidence
        member["format"] = "password"


def is_secret(document: Document, schema: Document) -> bool:
    """Return whether a value is a secret, or a list or map of secrets.

    Args:
        document: The bundle.
        schema: The schema of the value.
    """
    return _is_secret(document["components"]["schemas"], schema)


def secret_members(document: Document, schema: Document) -> list[str]:
    """Return the secret members of a value and of all that it holds.

    Args:
        document: The bundle, with its secrets marked.
        schema: The schema of the value.

    Returns:
        The names, sorted.
    """
    return sorted(set(_members(document["components"]["schemas"], schema)))


def _is_secret(schemas: Document, schema: Document) -> bool:
    return any(part.get("format") == "password" for part in _parts(schemas, schema))


def _members(schemas: Document, schema: Document) -> Iterator[str]:
    """Yield the names of the secret members at any depth."""
    seen: set[int] = set()
    waiting = [schema]
    while waiting:
        for part in _parts(schemas, waiting.pop()):
            if id(part) in seen:
                continue
            seen.add(id(part))
            members: dict[str, Any] = part.get("properties", {})
            yield from (name for name, member in members.items() if _is_secret(schemas, member))
            waiting += members.values()


def _parts(schemas: Document, schema: Document) -> Iterator[Document]:
    """Yield a schema, and all schemas that describe the same value or its elements, but not its members."""
    seen: set[int] = set()
    waiting: list[Any] = [schema]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict) or id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        if "$ref" in part:
            waiting.append(schemas.get(part["$ref"].rpartition("/")[2]))
        for key in PARTS:
            inner = part.get(key)
            waiting += inner if isinstance(inner, list) else [inner]


def _has_view(schemas: Document, schema: Document) -> bool:
    """Return whether the value is an object with a view, a list of such objects, or null."""
    for _ in range(len(schemas) + 10):  # a schema may refer to itself
        variants = [one for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ())) if one.get("type") != "null"]
        if "$ref" in schema:
            schema = schemas.get(schema["$ref"].rpartition("/")[2], {})
        elif variants:
            if len(variants) > 1:
                return False
            schema = variants[0]
        elif "items" in schema:
            schema = schema["items"]
        else:
            break
    return "properties" in schema
