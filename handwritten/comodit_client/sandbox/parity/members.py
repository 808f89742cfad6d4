"""Members of request bodies that the schema does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

Schema = Mapping[str, Any]


def unknown_members(document: Schema, operation: Schema, body: Any) -> Iterator[str]:
    """Yield a text for each member of a JSON body that the schema does not know.

    Args:
        document: The schema, for its references.
        operation: The operation in it.
        body: The body, which is valid.
    """
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    yield from _unknown(document, schema, body, "")


def suggestion(name: str, known: list[str]) -> str:
    """Return a hint at the known name that is nearest to a name, or "" if none is near."""
    near = get_close_matches(name, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _unknown(document: Schema, schema: Schema, value: Any, where: str) -> Iterator[str]:
    schema = resolved(document, schema)
    if "anyOf" in schema:
        yield from min((list(_unknown(document, branch, value, where)) for branch in schema["anyOf"]), key=len)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown(document, schema.get("items", {}), item, f"{where}[{index}]")
    elif isinstance(value, dict):
        yield from _of_object(document, schema, value, f"{where}." if where else "")


def _of_object(document: Schema, schema: Schema, value: Mapping[str, Any], prefix: str) -> Iterator[str]:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    if not properties and "additionalProperties" not in schema:
        return  # Free values such as those of settings have any members.
    for name, item in value.items():
        if name in properties:
            member = resolved(document, properties[name])
            if not member.get("readOnly"):
                yield from _unknown(document, member, item, f"{prefix}{name}")
        elif "additionalProperties" in schema:
            yield from _unknown(document, schema["additionalProperties"], item, f"{prefix}{name}")
        else:
            yield f"'{prefix}{name}' is unknown and has no effect{suggestion(name, list(properties))}"


def resolved(document: Schema, schema: Schema) -> Schema:
    """Follow a reference; members beside it are kept."""
    if "$ref" not in schema:
        return schema
    target: Any = document
    for step in schema["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return {**target, **{name: item for name, item in schema.items() if name != "$ref"}}
