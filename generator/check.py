"""Holds a bundle against OpenAPI, and against the house's own rules: what has a clear rendering, and is described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.bundle import operations
from generator.errors import SchemaError
from generator.fragments import Document


def check(document: Document) -> None:
    """Check a bundle.

    Args:
        document: The OpenAPI document.

    Raises:
        SchemaError: It is no valid OpenAPI, or says something that has no rendering.
    """
    # In this order, for each check relies on what those before it have found right.
    for findings in (_dangling, _invalid, _rules):
        found = list(findings(document))
        if found:
            raise SchemaError(found)


def _dangling(document: Document) -> Iterator[str]:
    for place, reference in _references(document, ""):
        _, _, path = reference.partition("#/components/")
        group, _, name = path.partition("/")
        if name not in document["components"].get(group, {}):
            yield f"{place}: the reference {reference} leads nowhere"


def _references(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _references(item, place)
    elif isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield place, value["$ref"]
        for key, item in value.items():
            yield from _references(item, f"{place} > {key}" if place else key)


def _invalid(document: Document) -> Iterator[str]:
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        place = " > ".join(map(str, error.absolute_path)) or f"in {error.schema!r:.200}"
        yield f"{place}: {error.message.splitlines()[0]:.200}"


def _rules(document: Document) -> Iterator[str]:
    for name, schema in document["components"]["schemas"].items():
        if "enum" in schema:
            yield from _enumeration(name, schema)
            schema = {key: value for key, value in schema.items() if key != "enum"}
        yield from _schema(name, schema, described=True)
    for _, _, operation in operations(document):
        yield from _operation(operation)
    for parameter in document["components"]["parameters"].values():
        yield from _parameter("openapi.yaml", parameter)


def _enumeration(name: str, schema: Document) -> Iterator[str]:
    if not all(isinstance(value, str) for value in schema["enum"]):
        yield (
            f"{name}: the values of an enumeration are texts: put quotes around them; where null may stand instead, "
            "write `anyOf: [{$ref: …}, {type: 'null'}]`"
        )


def _schema(place: str, schema: Any, described: bool = False) -> Iterator[str]:
    if not isinstance(schema, dict):
        return  # true and false are schemas as well, of anything and of nothing
    if described and not schema.get("description"):
        yield f"{place}: it has no description"
    if "enum" in schema:
        yield f"{place}: an enumeration inside another schema has no name: make it a named schema"
    if "allOf" in schema:
        yield f"{place}: allOf has no rendering: write the members out"
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in properties:
            yield f"{place}: {name!r} is required, but no member"
    for name, member in properties.items():
        yield from _schema(f"{place}.{name}", member, described=True)
    for inner in (schema.get("items"), schema.get("additionalProperties")):
        yield from _schema(place, inner)
    for variant in [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
        yield from _schema(place, variant)


def _operation(operation: Document) -> Iterator[str]:
    place = operation["operationId"]
    if not operation.get("summary"):
        yield f"{place}: it has no summary"
    for parameter in operation.get("parameters", []):
        if "$ref" not in parameter:
            yield from _parameter(place, parameter)
    for part in [operation.get("requestBody", {}), *operation["responses"].values()]:
        for media in part.get("content", {}).values():
            yield from _schema(place, media.get("schema"))


def _parameter(place: str, parameter: Document) -> Iterator[str]:
    place = f"{place}, parameter {parameter['name']}"
    if not parameter.get("description"):
        yield f"{place}: it has no description"
    if "schema" not in parameter:
        yield f"{place}: it has no schema, and the parser would drop it"
    if "x-slashes" in parameter and (parameter["in"], parameter.get("schema", {}).get("type")) != ("path", "string"):
        yield f"{place}: x-slashes is for a text in a path"
    yield from _schema(place, parameter.get("schema"))
