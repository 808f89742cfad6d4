"""Validation of requests against the schema, so that handlers can rely on the shape of bodies.

Some deviations are accepted, as by the real server: null for an absent member (S15), any value of a read-only member
(S5), text for a boolean (S116) and unknown values of enumerations.

An error names an example of a valid value where the schema has one that is short and not secret.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.schema import Schema, resolved

_BOOLEANS = {"true": True, "false": False}
#: There is no example of a value; its parts may have one.
_NONE: Final = object()
#: A value is secret, and so are its parts: errors name no example.
_SECRET: Final = object()
#: Longer examples would hide the reason of an error.
_MAX_EXAMPLE = 60


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
        #: The query parameters of each operation, by its id. Reading the schema again for each request takes longer.
        self._queries: dict[str, list[Schema]] = {}

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
        for parameter in self._query_parameters(operation):
            name = parameter["name"]
            if name not in query:
                if parameter.get("required"):
                    example = parameter.get("example", _NONE)
                    raise bad_request(f"The query parameter '{name}' is missing{_such_as(example)}")
            elif parameter["schema"].get("type") == "boolean" and not _is_boolean(query[name]):
                raise bad_request(f"The query parameter '{name}' must be true or false")

    def _query_parameters(self, operation: Schema) -> list[Schema]:
        operation_id = operation["operationId"]
        if operation_id not in self._queries:
            parameters = (resolved(self._document, item) for item in operation.get("parameters", []))
            self._queries[operation_id] = [parameter for parameter in parameters if parameter["in"] == "query"]
        return self._queries[operation_id]

    def _errors(self, value: Any, schema: Schema, where: str, example: Any = _NONE) -> Iterator[str]:
        """Yield the errors of a value; the example is what the schema around it gives for this value."""
        if not schema:
            return  # Free values such as those of settings may be large.
        schema = resolved(self._document, schema)
        example = _example(schema, example)
        if "anyOf" in schema:
            branches = [list(self._errors(value, branch, where, example)) for branch in schema["anyOf"]]
            yield from min(branches, key=len)
            return
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(TYPES[name][1](value) for name in types):
            yield f"{where} must be {' or '.join(TYPES[name][0] for name in types)}{_for_example(example)}"
        elif isinstance(value, dict):
            yield from self._object_errors(value, schema, where, example)
        elif isinstance(value, list):
            inner = _part(example, 0)
            for index, item in enumerate(value):
                yield from self._errors(item, schema.get("items", {}), f"{where}[{index}]", inner)

    def _object_errors(self, value: Mapping[str, Any], schema: Schema, where: str, example: Any) -> Iterator[str]:
        prefix = "" if where == "The body" else f"{where}."
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            member = resolved(self._document, properties.get(name, {}))
            if not member.get("readOnly") and (value.get(name) is None or value[name] == ""):
                wanted = _example(member, _part(example, name))
                yield f"'{prefix}{name}' is missing or empty{_such_as(wanted)}"
        for name, item in value.items():
            member = properties.get(name, schema.get("additionalProperties", {}))
            if item is not None and not resolved(self._document, member).get("readOnly"):
                yield from self._errors(item, member, f"{prefix}{name}", _part(example, name))


def _example(schema: Schema, given: Any) -> Any:
    """Return an example of a value: that of its schema, or else the given one."""
    if given is _SECRET or schema.get("format") == "password":
        return _SECRET
    return schema["examples"][0] if schema.get("examples") else given


def _part(example: Any, key: str | int) -> Any:
    """Return the part of an example that a member or an element has there."""
    if example is _SECRET:
        return _SECRET
    if isinstance(example, dict):
        return example.get(key, _NONE)
    return example[0] if isinstance(example, list) and example else _NONE


def _for_example(example: Any) -> str:
    shown = _shown(example)
    return f", for example {shown}" if shown else ""


def _such_as(example: Any) -> str:
    shown = _shown(example)
    return f": give a value such as {shown}" if shown else ""


def _shown(example: Any) -> str:
    """Return an example as JSON, or nothing if there is none that a message can quote. An object may hold secrets."""
    if example in (None, "") or example is _NONE or example is _SECRET or _has_objects(example):
        return ""
    text = json.dumps(example, ensure_ascii=False)
    return text if len(text) <= _MAX_EXAMPLE else ""


def _has_objects(example: Any) -> bool:
    return isinstance(example, dict) or (isinstance(example, list) and any(map(_has_objects, example)))
