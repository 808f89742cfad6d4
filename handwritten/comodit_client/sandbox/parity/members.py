"""Members of request bodies that the schema does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from comodit_client.sandbox.near_names import suggestion
from comodit_client.sandbox.schema import Schema, resolved


def unknown_members(document: Schema, operation: Schema, body: Any) -> Iterator[str]:
    """Yield a text for each member of a JSON body that the schema does not know.

    Args:
        document: The schema, for its references.
        operation: The operation in it.
        body: The body, which is valid.
    """
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    yield from _unknown(document, schema, body, "")


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
