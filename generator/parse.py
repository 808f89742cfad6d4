"""Reads a bundle with openapi-python-client's parser. What the parser drops with a warning is an error here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.strings import PythonIdentifier

from generator.bundle import operations
from generator.errors import SchemaError
from generator.fragments import Document
from generator.uploads import without_uploads


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the parser made of a bundle."""

    models: dict[str, ModelProperty]
    enums: dict[str, LiteralEnumProperty]
    endpoints: dict[str, Endpoint]


def parse(document: Document) -> Parsed:
    """Parse a bundle.

    Args:
        document: The OpenAPI document.

    Returns:
        Its models, enumerations and operations, by their names in the schema.

    Raises:
        SchemaError: The parser warned, or something went in that did not come out.
    """
    data = GeneratorData.from_dict(without_uploads(document), config=_config())
    if isinstance(data, GeneratorError):
        raise SchemaError([f"{data.header}: {data.detail}"])
    findings = [_told(error) for error in data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        findings += [_told(error) for error in collection.parse_errors]
    models = {str(model.class_info.name): model for model in data.models}
    enums = {str(enum.class_info.name): enum for enum in data.enums if isinstance(enum, LiteralEnumProperty)}
    endpoints = _by_operation(document, data)
    # An object without members is free JSON, wherever it stands: it needs no class, and no name.
    named = {name for name, model in models.items() if model.required_properties or model.optional_properties}
    free = set(models) - named
    findings += _lost(document, named | set(enums), free, set(endpoints))
    if findings:
        raise SchemaError(findings)
    return Parsed(models, enums, endpoints)


def _config() -> Config:
    # Closed enumerations raise on values that make one identifier, such as `a b` and `A-B`; literals do not.
    file = ConfigFile(
        literal_enums=True, post_hooks=[], content_type_overrides={"text/plain": "application/octet-stream"}
    )
    return Config.from_sources(file, MetaType.NONE, Path(), "utf-8", True, None)


def plain(value: Any) -> str:
    """Give a text of the parser, which marks what came from the schema as not to be trusted.

    Args:
        value: The parser's text.

    Returns:
        The text.
    """
    return str(value.get_untrusted_value()) if hasattr(value, "get_untrusted_value") else str(value)


def _told(error: Any) -> str:
    parts = [plain(part) for part in (error.header, error.detail) if part]
    data = getattr(error, "data", None)
    if data is not None:
        parts.append(f"{data!r:.400}")
    return f"the parser dropped something: {', '.join(parts)}"


def _by_operation(document: Document, data: GeneratorData) -> dict[str, Endpoint]:
    by_name = {
        (tag, endpoint.name): endpoint
        for tag, collection in data.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    }
    found: dict[str, Endpoint] = {}
    for _, _, operation in operations(document):
        identity, tag = operation["operationId"], operation["tags"][0]
        endpoint = by_name.get((PythonIdentifier(tag, "tag"), PythonIdentifier(identity, "field_")))
        if endpoint is not None:
            found[identity] = endpoint
    return found


def _lost(document: Document, names: set[str], free: set[str], identities: set[str]) -> list[str]:
    schemas = {name for name, schema in document["components"]["schemas"].items() if _makes_class(schema)}
    wanted = {operation["operationId"] for _, _, operation in operations(document)}
    return [
        *(f"the schema {name} was lost, or renamed, by the parser" for name in sorted(schemas - names - free)),
        *(f"the object {name} has members but is no named schema: give it a name" for name in sorted(names - schemas)),
        *(f"the operation {identity} was lost by the parser" for identity in sorted(wanted - identities)),
    ]


def _makes_class(schema: Document) -> bool:
    return "enum" in schema or "properties" in schema or schema.get("type") == "object"
