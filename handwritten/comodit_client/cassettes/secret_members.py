"""The members that the schema of the API calls secret: those with `format: password`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def secret_members(path: str) -> frozenset[str]:
    """Return the secret members of what is sent to a path and returned from it.

    Args:
        path: The path of a URL, from its beginning or from the API root.

    Returns:
        Their names, such as `jwtToken`.
    """
    found = [names for pattern, names in _paths() if pattern.search(path)]
    return frozenset().union(*found)


@cache
def described_members() -> frozenset[str]:
    """Return the names of all members that the schema describes."""
    return frozenset(name for schema in _schemas().values() for name in schema.get("properties", ()))


@cache
def _document() -> dict[str, Any]:
    text = files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = _document()["components"]["schemas"]
    return schemas


@cache
def _paths() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    found = ((path, frozenset(_in_schema(operations, set()))) for path, operations in _document()["paths"].items())
    return tuple((re.compile(_as_pattern(path)), names) for path, names in found if names)


def _as_pattern(template: str) -> str:
    return re.sub(r"\\{.*?\\}", "[^/]+", re.escape(template.rstrip("/"))) + "/?$"


def _in_schema(node: Any, seen: set[str]) -> Iterator[str]:
    """Yield the secret members of a part of the document and of the schemas that it refers to."""
    if isinstance(node, list):
        for item in node:
            yield from _in_schema(item, seen)
    if not isinstance(node, dict):
        return
    reference = node.get("$ref", "")
    if reference.startswith("#/components/schemas/") and reference not in seen:
        seen.add(reference)
        yield from _in_schema(_schemas()[reference.rpartition("/")[2]], seen)
    for name, schema in (node.get("properties") or {}).items():
        if isinstance(schema, dict) and schema.get("format") == "password":
            yield name
    for key, item in node.items():
        if key not in ("example", "examples"):  # what looks like a schema there is data
            yield from _in_schema(item, seen)
