"""Parses a bundle with openapi-python-client. This is the only module that imports it.

Its parser is not a public API. tests/generator/test_parser_contract.py lists the classes, attributes and functions used
here, and fails if an upgrade changes one of them. A warning of the parser is an error here, because it drops something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
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

from generator.bundle import operations
from generator.errors import SchemaError
from generator.fragments import Document
from generator.parsed import Category, Parsed, ParsedEndpoint, ParsedField, ParsedObject, ParsedType
from generator.places import place
from generator.repeats import without_repeated_errors
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
    with _adapted():
        data = _read(without_repeated_errors(without_uploads(document)))
    errors = [*data.errors, *(e for c in data.endpoint_collections_by_tag.values() for e in c.parse_errors)]
    findings = [_dropped(document, error) for error in errors]
    parsed = Parsed(
        objects={str(model.class_info.name): _object(model) for model in data.models},
        enums={str(e.class_info.name): _values(e) for e in data.enums if isinstance(e, LiteralEnumProperty)},
        endpoints={identity: _endpoint(found) for identity, found in _by_operation(document, data).items()},
    )
    findings += _lost(document, parsed)
    if findings:
        raise SchemaError(findings)
    return parsed


@contextmanager
def _adapted() -> Iterator[None]:
    """Let the parser's messages quote the schema, and let it work without copies.

    It wraps the texts of the schema in a class without a repr. It copies an operation with every type that it refers to
    before each step, and drops the original: this took a fifth of the time of the whole generation.
    """
    UntrustedString.__repr__ = UntrustedString.get_untrusted_value  # type: ignore[method-assign, assignment]
    Endpoint.__deepcopy__ = _itself  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del UntrustedString.__repr__
        del Endpoint.__deepcopy__  # type: ignore[attr-defined]


def _itself(endpoint: Endpoint, _: dict[int, Any]) -> Endpoint:
    return endpoint


def _read(document: Document) -> GeneratorData:
    try:
        data = GeneratorData.from_dict(document, config=_config())
    except Exception as error:  # the parser raises anything on a document that it does not expect
        text = f"the parser fails ({type(error).__name__}: {error!s:.200}): undo the last change of the schema"
        raise SchemaError([f"schema/: {text}"]) from error
    if isinstance(data, GeneratorError):
        raise SchemaError([f"openapi.yaml: the parser rejects the document: {data.header}: {data.detail}"])
    return data


def _config() -> Config:
    # Enum classes fail if two values, such as `a b` and `A-B`, map to the same identifier; literals do not.
    file = ConfigFile(
        literal_enums=True, post_hooks=[], content_type_overrides={"text/plain": "application/octet-stream"}
    )
    return Config.from_sources(file, MetaType.NONE, Path(), "utf-8", True, None)


def _text(value: object) -> str:
    # The parser wraps texts of the schema, so that they do not reach code unescaped by accident.
    return value.get_untrusted_value() if isinstance(value, UntrustedString) else str(value)


def _dropped(document: Document, error: GeneratorError) -> str:
    message = " ".join(" ".join(_text(part).split()) for part in (error.header, error.detail) if part)
    data = error.data if isinstance(error, ParseError) else None
    source = "" if data is None else f": {data.model_dump_json(exclude_unset=True, by_alias=True):.400}"
    return f"{_place_of(document, message)}: the parser rejects a part of the schema: {message}{source}"


def _place_of(document: Document, message: str) -> str:
    """Return the place that a message of the parser names; that of the whole schema if it names none."""
    operation = re.search(r"WARNING parsing ([A-Z]+) (.*) within ", message)
    if operation is not None:
        return place(document, "paths", operation[2], operation[1].lower())
    component = re.search(r"/components/(schemas|parameters)/([A-Za-z0-9._-]+)", message)
    return "schema/" if component is None else place(document, "components", *component.groups())


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
    if category is None:
        return ParsedType("unsupported", type(prop).__name__)
    return ParsedType(category, is_datetime=isinstance(prop, DateTimeProperty))


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
        place(document, "components", "schemas", name)
        for name, values in parsed.enums.items()
        if name in schemas and values != set(document["components"]["schemas"][name]["enum"])
    ]
    missing = [
        place(document, "paths", path, method)
        for path, method, operation in operations(document)
        if operation["operationId"] not in parsed.endpoints
    ]
    return [
        *(
            f"{place(document, 'components', 'schemas', name)}: the parser lost or renamed the schema: "
            "use a unique name in PascalCase, and check its $refs"
            for name in sorted(lost)
        ),
        *(f"{where}: the parser changed the values of the enumeration: use text values only" for where in changed),
        *(
            f"schema/: {name}: an object with members inside another schema is not supported: make it a named schema"
            for name in sorted(named - schemas)
            if not lost  # otherwise it may be the new name of a schema
        ),
        *(f"{where}: the parser lost the operation: check the names and types of its parameters" for where in missing),
    ]


def _makes_class(schema: Document) -> bool:
    return "enum" in schema or "properties" in schema or schema.get("type") == "object"
