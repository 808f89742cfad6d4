"""Parses a bundle with openapi-python-client. This is the only module that imports it.

Its parser is not a public API. tests/generator/test_parser_contract.py lists the classes, attributes and functions used
here, and fails if an upgrade changes one of them. A warning of the parser is an error here, because it drops something.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import PythonIdentifier

from generator.bundle import operation_place, operations, schema_place
from generator.errors import SchemaError
from generator.fragments import Document
from generator.parsed import Category, Parsed, ParsedEndpoint, ParsedField, ParsedObject, ParsedType
from generator.uploads import without_uploads

#: Dates and UUIDs stay the texts that they are in JSON.
CATEGORIES: dict[type[Any], Category] = {
    AnyProperty: "any",
    NoneProperty: "null",
    BooleanProperty: "bool",
    IntProperty: "int",
    FloatProperty: "float",
    StringProperty: "str",
    DateProperty: "str",
    DateTimeProperty: "str",
    UuidProperty: "str",
}


def parse(document: Document) -> Parsed:
    """Parse a bundle.

    Args:
        document: The OpenAPI document.

    Returns:
        The objects, enumerations and operations, by their names in the schema.

    Raises:
        SchemaError: The parser reported a problem, or its result lacks or renames a part of the bundle.
    """
    data = GeneratorData.from_dict(without_uploads(document), config=_config())
    if isinstance(data, GeneratorError):
        raise SchemaError([f"{data.header}: {data.detail}"])
    findings = [_dropped(error) for error in data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        findings += [_dropped(error) for error in collection.parse_errors]
    parsed = Parsed(
        objects={str(model.class_info.name): _object(model) for model in data.models},
        enums={str(e.class_info.name): _values(e) for e in data.enums if isinstance(e, LiteralEnumProperty)},
        endpoints={identity: _endpoint(found) for identity, found in _by_operation(document, data).items()},
    )
    findings += _lost(document, parsed)
    if findings:
        raise SchemaError(findings)
    return parsed


def _config() -> Config:
    # Enum classes fail if two values, such as `a b` and `A-B`, map to the same identifier; literals do not.
    file = ConfigFile(
        literal_enums=True, post_hooks=[], content_type_overrides={"text/plain": "application/octet-stream"}
    )
    return Config.from_sources(file, MetaType.NONE, Path(), "utf-8", True, None)


def _text(value: object) -> str:
    # The parser wraps texts of the schema, so that they do not reach code unescaped by accident.
    return value.get_untrusted_value() if isinstance(value, UntrustedString) else str(value)


def _dropped(error: GeneratorError) -> str:
    parts = [_text(part) for part in (error.header, error.detail) if part]
    if isinstance(error, ParseError) and error.data is not None:
        parts.append(f"{error.data!r:.400}")
    return f"the parser rejects a part of the schema: {', '.join(parts)}"


def _object(model: ModelProperty) -> ParsedObject:
    properties = [*(model.required_properties or []), *(model.optional_properties or [])]
    members = {field.name: field for field in map(_field, properties)}
    # None means that additional members are not allowed, or may have any value.
    additional = model.additional_properties
    return ParsedObject(members, None if additional is None else _type(additional))


def _values(enum: LiteralEnumProperty) -> frozenset[str]:
    return frozenset(map(_text, enum.values))


def _endpoint(endpoint: Endpoint) -> ParsedEndpoint:
    return ParsedEndpoint(
        path_parameters=tuple(map(_field, endpoint.path_parameters)),
        query=tuple(map(_field, endpoint.query_parameters)),
        headers=tuple(map(_field, endpoint.header_parameters)),
        cookies=tuple(map(_field, endpoint.cookie_parameters)),
        bodies=tuple(_type(body.prop) for body in endpoint.bodies),
        responses={response.status_code.pattern: _type(response.prop) for response in endpoint.responses.patterns},
    )


def _field(prop: Any) -> ParsedField:
    return ParsedField(_text(prop.name), _type(prop), prop.required)


def _type(prop: Any) -> ParsedType:
    if isinstance(prop, UnionProperty):
        return ParsedType("union", inner=tuple(map(_type, prop.inner_properties)))
    if isinstance(prop, ListProperty):
        return ParsedType("list", inner=(_type(prop.inner_property),))
    if isinstance(prop, LiteralEnumProperty):
        return ParsedType("enum", str(prop.class_info.name))
    if isinstance(prop, ModelProperty):
        # Only the name: the parser may not have completed the copy of a model inside another one.
        return ParsedType("object", str(prop.class_info.name))
    category = CATEGORIES.get(type(prop))
    return ParsedType("unsupported", type(prop).__name__) if category is None else ParsedType(category)


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


def _lost(document: Document, parsed: Parsed) -> list[str]:
    schemas = {name for name, schema in document["components"]["schemas"].items() if _makes_class(schema)}
    # An object without members is free JSON: it needs neither a class nor a name.
    named = {name for name, found in parsed.objects.items() if found.members} | parsed.enums.keys()
    lost = schemas - named - parsed.objects.keys()
    changed = [
        schema_place(document, name)
        for name, values in parsed.enums.items()
        if name in schemas and values != set(document["components"]["schemas"][name]["enum"])
    ]
    missing = [
        operation_place(path, method, operation)
        for path, method, operation in operations(document)
        if operation["operationId"] not in parsed.endpoints
    ]
    return [
        *(
            f"{schema_place(document, name)}: the parser lost or renamed the schema: use a unique name in PascalCase, "
            "and check its $refs"
            for name in sorted(lost)
        ),
        *(f"{place}: the parser changed the values of the enumeration: use text values only" for place in changed),
        *(
            f"{name}: an object with members inside another schema is not supported: make it a named schema"
            for name in sorted(named - schemas)
        ),
        *(f"{place}: the parser lost the operation: check the names and types of its parameters" for place in missing),
    ]


def _makes_class(schema: Document) -> bool:
    return "enum" in schema or "properties" in schema or schema.get("type") == "object"
