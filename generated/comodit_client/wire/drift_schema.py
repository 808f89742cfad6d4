# Made by `python -m generator` from generator/runtime/drift_schema.py.
# Do not edit: change that, then run `make generate`.
"""Compares responses with an OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import evolve, frozen

from comodit_client.wire.drift import Drift, Kind
from comodit_client.wire.drift_paths import Routes
from comodit_client.wire.drift_values import ABSENT, either, is_a, is_listed, member, quoted, type_of, types_of
from comodit_client.wire.secret_names import SENSITIVE

#: A difference, and the value that differs. Only the generator uses the value; a report must not hold it.
Finding: TypeAlias = tuple[Drift, Any]
JSON_SCHEMA: TypeAlias = Mapping[str, Any]


@frozen
class _At:
    """A place in a response.

    Args:
        request: A difference with the members that describe the request.
        schema: The name of the innermost named schema around the place.
        place: The place.
        secret: Whether the value is secret.
    """

    request: Drift
    schema: str = ""
    place: str = "$"
    secret: bool = False

    def drift(self, kind: Kind, expected: str, found: str) -> Drift:
        return evolve(self.request, kind=kind, schema=self.schema, place=self.place, expected=expected, found=found)

    def member(self, name: str, known: bool = True) -> _At:
        secret = self.secret or bool(SENSITIVE.search(name))
        return evolve(self, place=member(self.place, name, known), secret=secret)


class Schema:
    """An OpenAPI document that responses are compared with.

    Args:
        document: The document, with references to its own components only.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._routes = Routes(document)

    def compare(self, method: str, path: str, status: int, body: Any = ABSENT) -> Iterator[Finding]:
        """Compare a response with the schema.

        Args:
            method: The method of the request, in capitals.
            path: The path of its URL, percent-encoded, with or without the path of the API root.
            status: The status code of the response.
            body: The JSON value of the response; `ABSENT` if it has none.

        Yields:
            The differences, each with the value that differs. Several items of a list may yield the same one.
        """
        route = self._routes.find(method, path)
        name = "" if route.operation is None else route.operation["operationId"]
        about = Drift("unknown operation", name, method, route.path, status, "", "", "", "")
        if route.operation is None:
            yield evolve(about, found=type_of(body)), body
            return
        responses = route.operation["responses"]
        if not _is_documented(responses, status):
            yield evolve(about, kind="unknown status", expected=", ".join(responses), found=str(status)), body
        response = _response(responses, status)
        if response is not None and body is not ABSENT and status != 204:  # that one never has a body
            yield from self._body(body, self._resolved(response), _At(about))

    def _body(self, body: Any, response: JSON_SCHEMA, at: _At) -> Iterator[Finding]:
        content = response.get("content")
        if not content:
            if body not in (None, {}, []):
                yield at.drift("other type", "nothing", type_of(body)), body
            return
        for media_type, described in content.items():
            if "json" in media_type:  # other content, such as that of files, is not described
                yield from self._value(body, described.get("schema", {}), at)
                return

    def _value(self, value: Any, schema: JSON_SCHEMA, at: _At) -> Iterator[Finding]:
        while "$ref" in schema:
            secret = at.secret or schema.get("format") == "password"
            at = evolve(at, schema=schema["$ref"].rpartition("/")[2], secret=secret)
            schema = self._target(schema)
        variants = schema.get("anyOf") or schema.get("oneOf")
        if variants:
            yield from self._best(value, schema, variants, at)
        elif not is_a(value, types_of(schema)):
            yield at.drift("other type", self._expected(schema), type_of(value)), value
        elif "enum" in schema and not is_listed(value, schema["enum"]):
            yield self._unknown_value(value, schema, at), value
        elif isinstance(value, dict):
            yield from self._object(value, schema, at)
        elif isinstance(value, list):
            for item in value:
                yield from self._value(item, schema.get("items", {}), evolve(at, place=f"{at.place}[]"))

    def _object(self, value: dict[str, Any], schema: JSON_SCHEMA, at: _At) -> Iterator[Finding]:
        members = schema.get("properties", {})
        others = schema.get("additionalProperties", "properties" not in schema)
        for name, item in value.items():
            if name in members:
                yield from self._value(item, members[name], at.member(name))
            elif others is False:
                yield at.member(name, known=False).drift("unknown member", "", type_of(item)), item
            elif others is not True:
                yield from self._value(item, others, evolve(at, place=f"{at.place}.{{}}"))
        for name in schema.get("required", ()):
            described = members.get(name, {})
            if name not in value and not described.get("writeOnly"):
                yield at.member(name).drift("missing member", self._expected(described), ""), ABSENT

    def _best(self, value: Any, schema: JSON_SCHEMA, variants: list[JSON_SCHEMA], at: _At) -> Iterator[Finding]:
        """Yield the differences from the variant that has the fewest."""
        tried = [[*self._value(value, variant, at)] for variant in variants]
        same_type = [found for found in tried if not any(_is_other_type(drift, at) for drift, _ in found)]
        if same_type:
            yield from min(same_type, key=len)
        else:
            yield at.drift("other type", self._expected(schema), type_of(value)), value

    def _unknown_value(self, value: Any, schema: JSON_SCHEMA, at: _At) -> Drift:
        allowed = schema["enum"]
        is_secret = at.secret or schema.get("format") == "password"
        found = type_of(value) if is_secret else quoted(value, allowed)
        return at.drift("unknown value", either(map(str, allowed)), found)

    def _expected(self, schema: JSON_SCHEMA) -> str:
        schema = self._resolved(schema)
        variants = schema.get("anyOf") or schema.get("oneOf")
        if variants:
            return either(map(self._expected, variants))
        return either(self._with_elements(kind, schema) for kind in types_of(schema)) or "any value"

    def _with_elements(self, kind: str, schema: JSON_SCHEMA) -> str:
        elements = either(types_of(self._resolved(schema.get("items", {})))) if kind == "array" else ""
        return f"array of {elements}" if elements else kind

    def _resolved(self, schema: JSON_SCHEMA) -> JSON_SCHEMA:
        while "$ref" in schema:
            schema = self._target(schema)
        return schema

    def _target(self, schema: JSON_SCHEMA) -> JSON_SCHEMA:
        found: Any = self._document
        for key in schema["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        target: JSON_SCHEMA = found
        return target


def _is_documented(responses: Mapping[str, Any], status: int) -> bool:
    """Return whether a status code is listed, alone or in a range; `default` stands for errors of the server."""
    return str(status) in responses or f"{status // 100}XX" in responses or ("default" in responses and status >= 500)


def _response(responses: Mapping[str, Any], status: int) -> JSON_SCHEMA | None:
    """Return what describes a response; for a status code that is not listed, that of a similar one."""
    similar = [key for key in responses if status < 300 and key.startswith("2")]
    keys = [str(status), f"{status // 100}XX", *(["default"] if status >= 400 else []), *similar]
    return next((responses[key] for key in keys if key in responses), None)


def _is_other_type(drift: Drift, at: _At) -> bool:
    return drift.kind == "other type" and drift.place == at.place
