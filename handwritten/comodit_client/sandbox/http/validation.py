"""Validation of requests against the schema, so that handlers can rely on the shape of bodies.

Some deviations are accepted, as by the real server: null for an absent member (S15), any value of a read-only member
(S5), text for a boolean (S116) and unknown values of enumerations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from comodit_client.sandbox.errors import ApiError, bad_request

Schema = Mapping[str, Any]
_BOOLEANS = {"true": True, "false": False}


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value.lower() in _BOOLEANS)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


#: The types of schemas, each with its name in error texts and a predicate.
TYPES: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "object": ("an object", lambda value: isinstance(value, dict)),
    "array": ("a list", lambda value: isinstance(value, list)),
    "string": ("text", lambda value: isinstance(value, str)),
    "boolean": ("a boolean", _is_boolean),
    "integer": ("an integer", lambda value: _is_number(value) and value == int(value)),
    "number": ("a number", _is_number),
    "null": ("null", lambda value: value is None),
}


def parse_boolean(value: str | bool) -> bool:
    """Return the boolean that a text represents; case does not matter (S12, S116)."""
    return value if isinstance(value, bool) else _BOOLEANS[value.lower()]


class Validator:
    """Validates the bodies and the queries of requests against the schema."""

    def __init__(self, document: Schema) -> None:
        self._document = document

    def check_body(self, operation: Schema, value: Any) -> None:
        """Validate the JSON body of a request.

        Raises:
            ApiError: The body is invalid; the texts say where.
        """
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        errors = list(self._errors(value, schema, "The body"))
        if errors:
            raise ApiError(400, *errors[:5])

    def check_query(self, operation: Schema, query: Mapping[str, str]) -> None:
        """Validate the query of a request; unknown parameters are ignored.

        Raises:
            ApiError: A required parameter is missing, or a boolean has another value.
        """
        for parameter in map(self._resolved, operation.get("parameters", [])):
            if parameter["in"] != "query":
                continue
            name = parameter["name"]
            if name not in query:
                if parameter.get("required"):
                    raise bad_request(f"The query parameter '{name}' is missing")
            elif parameter["schema"].get("type") == "boolean" and not _is_boolean(query[name]):
                raise bad_request(f"The query parameter '{name}' must be true or false")

    def _errors(self, value: Any, schema: Schema, where: str) -> Iterator[str]:
        if not schema:
            return  # Free values such as those of settings may be large.
        schema = self._resolved(schema)
        if "anyOf" in schema:
            branches = [list(self._errors(value, branch, where)) for branch in schema["anyOf"]]
            yield from min(branches, key=len)
            return
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(TYPES[name][1](value) for name in types):
            yield f"{where} must be {' or '.join(TYPES[name][0] for name in types)}"
        elif isinstance(value, dict):
            yield from self._object_errors(value, schema, where)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._errors(item, schema.get("items", {}), f"{where}[{index}]")

    def _object_errors(self, value: Mapping[str, Any], schema: Schema, where: str) -> Iterator[str]:
        prefix = "" if where == "The body" else f"{where}."
        for name in schema.get("required", []):
            if value.get(name) is None or value[name] == "":
                yield f"'{prefix}{name}' is missing or empty"
        properties = schema.get("properties", {})
        for name, item in value.items():
            member = properties.get(name, schema.get("additionalProperties", {}))
            if item is not None and not self._resolved(member).get("readOnly"):
                yield from self._errors(item, member, f"{prefix}{name}")

    def _resolved(self, schema: Schema) -> Schema:
        """Follow a reference; members beside it are kept."""
        if "$ref" not in schema:
            return schema
        target: Any = self._document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return {**target, **{name: item for name, item in schema.items() if name != "$ref"}}
