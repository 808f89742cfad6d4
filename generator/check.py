"""Validates a bundle against OpenAPI and against the project's rules: supported constructs only, all described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.bundle import operation_place, operations, schema_place
from generator.errors import SchemaError
from generator.fragments import Document


def check(document: Document) -> None:
    """Check a bundle.

    Args:
        document: The OpenAPI document.

    Raises:
        SchemaError: The document is not valid OpenAPI, or uses something that is not supported.
    """
    # In this order, because each check relies on those before it.
    for findings in (_dangling, _invalid, _rules):
        found = list(findings(document))
        if found:
            raise SchemaError(found)


def _dangling(document: Document) -> Iterator[str]:
    for place, reference in _references(document, ""):
        _, _, path = reference.partition("#/components/")
        group, _, name = path.partition("/")
        if name not in document["components"].get(group, {}):
            yield f"{place}: the reference {reference} has no target: define it or correct the name"


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
            yield from _enumeration(schema_place(document, name), schema)
            schema = {key: value for key, value in schema.items() if key != "enum"}
        yield from _schema(schema_place(document, name), schema, described=True)
    for path, method, operation in operations(document):
        yield from _operation(operation_place(path, method, operation), operation)
    for parameter in document["components"]["parameters"].values():
        yield from _parameter("openapi.yaml", parameter)


def _enumeration(place: str, schema: Document) -> Iterator[str]:
    if not all(isinstance(value, str) for value in schema["enum"]):
        yield (
            f"{place}: an enumeration may only have text values: put quotes around them; to allow null, "
            "write `anyOf: [{$ref: …}, {type: 'null'}]` where it is used"
        )


def _schema(place: str, schema: Any, described: bool = False) -> Iterator[str]:
    if not isinstance(schema, dict):
        return  # true and false are also schemas: they allow any value and none
    if described and not schema.get("description"):
        yield f"{place}: the description is missing: add one"
    if "enum" in schema:
        yield f"{place}: an enumeration inside another schema is not supported: make it a named schema"
    if "allOf" in schema:
        yield f"{place}: allOf is not supported: write the members out"
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in properties:
            yield f"{place}: {name!r} is required but not defined: add the member or correct the name"
    for name, member in properties.items():
        yield from _schema(f"{place}.{name}", member, described=True)
    for inner in (schema.get("items"), schema.get("additionalProperties")):
        yield from _schema(place, inner)
    for variant in [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
        yield from _schema(place, variant)


def _operation(place: str, operation: Document) -> Iterator[str]:
    if not operation.get("summary"):
        yield f"{place}: the summary is missing: add one"
    for parameter in operation.get("parameters", []):
        if "$ref" not in parameter:
            yield from _parameter(place, parameter)
    for part in [operation.get("requestBody", {}), *operation["responses"].values()]:
        for media in part.get("content", {}).values():
            yield from _schema(place, media.get("schema"))


def _parameter(place: str, parameter: Document) -> Iterator[str]:
    place = f"{place}, parameter {parameter['name']}"
    if not parameter.get("description"):
        yield f"{place}: the description is missing: add one"
    if "schema" not in parameter:
        yield f"{place}: the schema is missing: add one, or the parser drops the parameter"
    if "x-slashes" in parameter and (parameter["in"], parameter.get("schema", {}).get("type")) != ("path", "string"):
        yield f"{place}: x-slashes is only supported for a path parameter of type string: remove it"
    yield from _schema(place, parameter.get("schema"))
