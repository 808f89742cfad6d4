"""Finds out which named schemas are used in requests, and which in responses."""

from __future__ import annotations

from typing import Any

from generator.diff.part import Part, operations
from generator.diff.rules import REQUEST, RESPONSE, Directions


def uses(document: Part) -> dict[str, Directions]:
    """Return the uses of each named schema. A schema that nothing refers to is not in the result.

    Args:
        document: The document.
    """
    found: dict[str, Directions] = {}
    for path, _, operation in operations(document):
        item = document.under("paths")[path].target()
        for source, key in ((operation, "parameters"), (item, "parameters"), (operation, "requestBody")):
            _follow(source.get(key), REQUEST, found, set())
        _follow(operation.get("responses"), RESPONSE, found, set())
    return found


def _follow(part: Part | None, direction: str, found: dict[str, Directions], seen: set[str]) -> None:
    if part is None:
        return
    for ref in _refs(part.value):
        if ref in seen:
            continue
        seen.add(ref)
        target = part.at(ref)
        name = Part(part.root, {"$ref": ref}).schema_name()
        if name is not None:
            if direction in found.get(name, frozenset()):
                continue
            found[name] = found.get(name, frozenset()) | {direction}
        _follow(target, direction, found, seen)


def _refs(value: Any) -> list[str]:
    if isinstance(value, list):
        return [ref for item in value for ref in _refs(item)]
    if not isinstance(value, dict):
        return []
    own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
    return own + [ref for item in value.values() for ref in _refs(item)]
