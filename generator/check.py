"""Validates a bundle against OpenAPI and against the project's rules across files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.bundle import operations, resolved
from generator.check_examples import misfits
from generator.errors import SchemaError
from generator.fragments import Document
from generator.places import Place, place
from generator.repeats import without_repeated_errors
from generator.secret import is_secret

#: The headers that the client sets. OpenAPI ignores a description of them.
OWN_HEADERS = frozenset({"accept", "authorization", "content-type"})
#: The keys of a schema, each with the types of the values that it describes.
KEYS_OF_TYPES = {
    "items": "array",
    "properties": "object",
    "additionalProperties": "object",
    "required": "object",
    "minLength": "string",
    "format": "string",
}


def check(document: Document) -> None:
    """Check a bundle.

    Args:
        document: The OpenAPI document.

    Raises:
        SchemaError: The document is not valid OpenAPI, or uses something that is not supported.
    """
    # In this order, because each check relies on those before it.
    for findings in (_dangling, _circular, _rules, _invalid, misfits):
        found = [f"{place(document, *path)}: {text}" for path, text in findings(document)]
        if found:
            raise SchemaError(dict.fromkeys(found))


Findings = Iterator[tuple[Place, str]]


def _dangling(document: Document) -> Findings:
    for path, reference in _references(document, ()):
        _, _, group, name = reference.split("/")
        if name not in document["components"].get(group, {}):
            yield path, f"the reference {reference} has no target: define it or correct the name"


def _references(value: Any, path: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _references(item, (*path, index))
    elif isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield path, value["$ref"]
        for key, item in value.items():
            yield from _references(item, (*path, key))


def _circular(document: Document) -> Findings:
    schemas = document["components"]["schemas"]
    for name in schemas:
        seen = {name}
        waiting = _same_value(schemas[name])
        while waiting:
            other = waiting.pop()
            if other == name:
                yield ("components", "schemas", name), "the schema refers to itself: use the $ref in a member"
                break
            if other not in seen:
                seen.add(other)
                waiting += _same_value(schemas[other])


def _same_value(schema: Document) -> list[str]:
    """Return the names of the schemas that describe the same value, or the elements of a list."""
    if "$ref" in schema:
        return [schema["$ref"].rpartition("/")[2]]
    inner = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    inner += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    return [name for one in inner for name in _same_value(one)]


def _invalid(document: Document) -> Findings:
    for error in OpenAPIV31SpecValidator(without_repeated_errors(document)).iter_errors():
        yield tuple(error.absolute_path), f"{error.message.splitlines()[0]:.200}: correct it as OpenAPI 3.1 requires"


def _rules(document: Document) -> Findings:
    for name, schema in document["components"]["schemas"].items():
        path: Place = ("components", "schemas", name)
        if not schema.get("description") and "$ref" not in schema:
            yield path, "the key 'description' is missing: add it"
        yield from _schema(path, schema)
    for path_, method, operation in operations(document):
        yield from _operation(document, ("paths", path_, method), operation)
    for name, parameter in document["components"]["parameters"].items():
        yield from _parameter(document, ("components", "parameters", name), parameter)


def _schema(path: Place, schema: Any) -> Findings:
    yield from _enumeration(path, schema)
    yield from _typed_keys(path, schema)
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in properties:
            yield (*path, "required"), f"{name!r} is required but not defined: add the member or correct the name"
    for name, member in properties.items():
        where = (*path, "properties", name)
        if not member.get("description") and "$ref" not in member:
            yield where, "the key 'description' is missing: add it"
        yield from _schema(where, member)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _schema((*path, key), schema[key])
    for key in ("anyOf", "oneOf"):
        for index, variant in enumerate(schema.get(key, [])):
            yield from _schema((*path, key, index), variant)


def _enumeration(path: Place, schema: Document) -> Findings:
    if not all(isinstance(value, str) for value in schema.get("enum", [])):
        yield (
            (*path, "enum"),
            "an enumeration may only have text values: put quotes around them; to allow null, "
            "write `anyOf: [{$ref: …}, {type: 'null'}]` where it is used",
        )


def _typed_keys(path: Place, schema: Document) -> Findings:
    types = schema.get("type", ())
    types = (types,) if isinstance(types, str) else types
    for key, wanted in KEYS_OF_TYPES.items():
        if key in schema and types and wanted not in types and not (key == "format" and schema[key] == "password"):
            yield path, f"the key {key!r} needs the type {wanted}: correct the type, or remove the key"
    if "array" in types and "items" not in schema:
        yield path, "the key 'items' is missing: add it, or write no type for any JSON value"
    if isinstance(schema.get("additionalProperties"), dict) and "properties" in schema:
        yield path, "additionalProperties beside properties is not supported: move the map to a member"


def _operation(document: Document, path: Place, operation: Document) -> Findings:
    seen: set[tuple[str, str]] = set()
    for index, item in enumerate(operation.get("parameters", [])):
        where = (*path, "parameters", index)
        parameter = resolved(document, item)
        if "$ref" not in item:
            yield from _parameter(document, where, item)
        identity = parameter["in"], parameter["name"]
        if identity in seen:
            yield where, f"the {' parameter '.join(map(str, identity))} is given twice: remove one of the two"
        seen.add(identity)
        if parameter["in"] == "path" and f"{{{parameter['name']}}}" not in str(path[1]):
            yield where, f"the path has no parameter {parameter['name']!r}: remove it, or add it to the path"
    request = resolved(document, operation.get("requestBody", {}))
    for part in ("requestBody", request), *(("responses", one) for one in operation["responses"].values()):
        for media in part[1].get("content", {}).values():
            yield from _schema((*path, part[0]), media.get("schema", {}))


def _parameter(document: Document, path: Place, parameter: Document) -> Findings:
    schema = parameter["schema"]
    if "x-slashes" in parameter and (parameter["in"], schema.get("type")) != ("path", "string"):
        yield path, "x-slashes is only supported for a path parameter of type string: remove it"
    if parameter["in"] == "path" and not parameter.get("required"):
        yield path, "a path parameter is always required: add required: true"
    if parameter["in"] == "header" and parameter["name"].lower() in OWN_HEADERS:
        yield path, f"the client sets the header {parameter['name']} itself: remove the parameter"
    if is_secret(document, schema):
        yield path, "a parameter cannot be a secret, because URLs and headers are logged: send it in the request body"
    yield from _schema((*path, "schema"), schema)
