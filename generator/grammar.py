"""The grammar of the files in schema/: the keys that each part may have, and the types of their values.

It is a JSON Schema. A key that is not listed is not supported: it would be ignored in silence otherwise. The hint of a
restriction is in its `$comment`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from generator.places import joined

Rule = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "head")
#: What to do about keys that are supported elsewhere, or that have a supported counterpart.
HINTS = {
    "allOf": "write the members out",
    "callbacks": "describe the resource that starts them",
    "const": "make it a named schema with enum",
    "content": "write a schema",
    "default": "name the default in the description",
    "deprecated": "only operations can be deprecated; write it in the description",
    "discriminator": "the types of anyOf and oneOf are not distinguished",
    "enum": "make it a named schema, and use a $ref to it",
    "parameters": "the bundler adds those of the path; move shared ones to openapi.yaml",
    "nullable": "write type: [string, 'null']",
    "paths": "move them to a fragment",
    "patternProperties": "use additionalProperties",
    "security": "all operations use the security in openapi.yaml",
    "servers": "all operations use the servers in openapi.yaml",
    "properties": "make it a named schema, and use a $ref to it",
    "tags": "each fragment has one tag, and its operations get it",
    "webhooks": "describe the resource that starts them",
}
WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "null": "null",
}


def _mapping(required: Rule, optional: Rule | None = None) -> Rule:
    return {
        "type": "object",
        "required": list(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


def _named(item: Rule, names: str = r"^[A-Za-z0-9._-]+$", hint: str = "use letters, digits and _") -> Rule:
    return {
        "type": "object",
        "propertyNames": {"pattern": names, "$comment": hint},
        "additionalProperties": item,
    }


def _list(item: Rule, **more: Any) -> Rule:
    return {"type": "array", "items": item, "minItems": 1, **more}


def _one_of(*values: str) -> Rule:
    return {"type": "string", "enum": list(values)}


def _reference(group: str) -> Rule:
    pattern = rf"^#/components/{group}/[A-Za-z0-9._-]+$"
    return {"type": "string", "pattern": pattern, "$comment": f"write #/components/{group}/<name>"}


def _or_reference(group: str, item: Rule) -> Rule:
    # Anything but a mapping fails both branches in the same way.
    return {"if": {"required": ["$ref"]}, "then": _mapping({"$ref": _reference(group)}), "else": item}


TEXT = {"type": "string", "pattern": r"\S", "$comment": "write a text"}
FLAG = {"type": "boolean"}
TEXTS = _list(TEXT, uniqueItems=True)
ANY_SCHEMA = {"$ref": "#/$defs/schema"}
TYPES = _one_of("string", "integer", "number", "boolean", "object", "array", "null")

EXAMPLES = {"type": "array", "minItems": 1}
#: The keys of every schema, and of the schema of a member.
COMMON = {
    "description": TEXT,
    "format": _one_of("password", "binary", "date", "date-time", "uuid"),
    "examples": EXAMPLES,
}
OF_MEMBERS = {
    "x-confidence": _one_of("inferred", "observed"),
    "readOnly": FLAG,
    "writeOnly": FLAG,
    "x-in-place": FLAG,
    "x-python-name": TEXT,
    "x-python-alias": TEXT,
    "x-python-datetime": TEXT,
}
PLAIN = {
    "type": {"if": {"type": "array"}, "then": _list(TYPES, uniqueItems=True), "else": TYPES},
    "items": ANY_SCHEMA,
    "additionalProperties": {"if": {"type": "boolean"}, "then": {"const": True}, "else": ANY_SCHEMA},
    "minLength": {"const": 1},
}
#: The keys that need a name, because they make a class or a type.
NAMED = {
    "enum": _list({}, uniqueItems=True),
    "properties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/member"}},
    "required": TEXTS,
}
LISTS_ITEMS = {"x-list-of": {"type": "string", "pattern": r"^[A-Za-z0-9._-]+$", "$comment": "name a schema"}}


def _schema(also: Rule, other: Rule) -> Rule:
    """Return the grammar of a schema: a reference, a union, or a plain one with keys of its own."""
    variants = _list(ANY_SCHEMA)
    unions = {
        "if": {"required": ["anyOf"]},
        "then": _mapping({"anyOf": variants}, COMMON | also),
        "else": {
            "if": {"required": ["oneOf"]},
            "then": _mapping({"oneOf": variants}, COMMON | also),
            "else": _mapping({}, COMMON | also | PLAIN | other),
        },
    }
    reference = _mapping({"$ref": _reference("schemas")}, COMMON | also)
    return {"type": "object", "if": {"required": ["$ref"]}, "then": reference, "else": unions}


#: A form is not a class: its field becomes an argument.
FIELD = _mapping({"type": {"const": "string"}, "format": {"const": "binary"}, "description": TEXT})
MEDIA = _mapping({}, {"schema": ANY_SCHEMA})
FORM = _mapping(
    {"type": {"const": "object"}, "properties": {"type": "object", "additionalProperties": FIELD}, "required": TEXTS}
)
CONTENT = _named(MEDIA, r"^[a-z*]+/[A-Za-z0-9.+*-]+$", "name a media type such as application/json") | {
    "properties": {"multipart/form-data": _mapping({"schema": FORM})}
}
RESPONSE = _mapping({"description": TEXT}, {"content": CONTENT})
BODY = _mapping({"content": CONTENT}, {"description": TEXT, "required": {"const": True}})
PARAMETER = _mapping(
    {"name": TEXT, "in": _one_of("path", "query", "header"), "description": TEXT, "schema": ANY_SCHEMA},
    {"required": FLAG, "example": {}, "x-python-name": TEXT, "x-slashes": FLAG},
)
STATUS = r"^([1-5][0-9][0-9]|[1-5]XX|default)$"
OPERATION = _mapping(
    {
        "operationId": TEXT,
        "summary": TEXT,
        "x-source": {"type": "array", "items": TEXT},  # a mount may add those of its owner
        "responses": _named(_or_reference("responses", RESPONSE), STATUS, "use a status code such as '200'"),
    },
    {
        "description": TEXT,
        "deprecated": FLAG,
        "parameters": _list(_or_reference("parameters", PARAMETER)),
        "requestBody": _or_reference("requestBodies", BODY),
        "x-confidence": _one_of("inferred", "observed"),
        "x-timeout-class": _one_of("short", "normal", "long"),
    },
)
PATHS = _named(
    _mapping({}, dict.fromkeys(METHODS, OPERATION)),
    r"^(/|\{owner\}/?)([^{}]|\{[^{}/]+\})*$",
    "begin a path with / or {owner}/, and write parameters as {name}",
)
SCHEMAS = _named({"$ref": "#/$defs/named"})
OWNER = {"type": "string", "pattern": r"^/([^{}]|\{[^{}/]+\})*$", "$comment": "write a path such as /hosts/{host}"}
MOUNT = _mapping({"tag": TEXT, "owner": OWNER, "of": TEXT}, {"source": _list(TEXT)})
DEFS = {
    "schema": _schema({}, {}),
    "member": _schema(OF_MEMBERS, {}),
    "named": {
        "if": {"required": ["x-list-of"]},
        "then": _mapping(LISTS_ITEMS),
        "else": _schema({}, NAMED),
    },
}
FRAGMENT = _mapping(
    {},
    {
        "tag": _mapping({"name": TEXT, "description": TEXT}),
        "paths": PATHS,
        "components": _mapping({}, {"schemas": SCHEMAS}),
        "x-mounts": _list(MOUNT),
    },
) | {"$defs": DEFS}
#: A file of schema/examples.
RECORDED = _named(_mapping({}, {"request": {}, "response": {}}))
LICENSE = _mapping({"name": TEXT}, {"identifier": TEXT})
SECURITY_SCHEME = {
    "if": {"properties": {"type": {"const": "apiKey"}}},
    "then": _mapping({"type": {}, "in": _one_of("header"), "name": TEXT, "description": TEXT}),
    "else": _mapping({"type": _one_of("apiKey", "http"), "scheme": _one_of("basic"), "description": TEXT}),
}
FRONT = _mapping(
    {
        "openapi": {"type": "string", "pattern": r"^3\.1\.[0-9]+$", "$comment": "write 3.1.0"},
        "info": _mapping({"title": TEXT, "version": TEXT}, {"description": TEXT, "license": LICENSE}),
        "components": _mapping(
            {"responses": _named(RESPONSE) | {"required": ["Failure"]}},
            {
                "schemas": SCHEMAS,
                "parameters": _named(PARAMETER),
                "requestBodies": _named(BODY),
                "securitySchemes": _named(SECURITY_SCHEME),
            },
        ),
    },
    {
        "servers": _list(_mapping({"url": TEXT}, {"description": TEXT})),
        "security": _list(_named({"type": "array", "maxItems": 0})),
    },
) | {"$defs": DEFS}


def findings(file: str, content: Any, rules: Rule) -> list[str]:
    """Find what the grammar does not allow.

    Args:
        file: The file's name.
        content: What it holds.
        rules: FRAGMENT or FRONT.

    Returns:
        A finding for each problem, with the path in the file and a hint.
    """
    return [
        f"{file}: {joined(error.absolute_path)}{': ' if error.absolute_path else ''}{text}"
        for error in Draft202012Validator(rules).iter_errors(content)
        for text in _texts(error)
    ]


def _texts(error: ValidationError) -> Iterator[str]:
    value: Any = error.instance
    wanted: Any = error.validator_value
    schema: Any = error.schema
    match error.validator:
        case "additionalProperties":
            known = schema["properties"]
            for key in sorted(value.keys() - known.keys()):
                hint = HINTS.get(key, f"remove it, or use one of {', '.join(known)}")
                yield f"the key {key!r} is not supported here: {hint}"
        case "required":
            yield from (f"the key {key!r} is missing: add it" for key in wanted if error.message.startswith(repr(key)))
        case "type":
            yield f"{_shown(value)} is not {WORDS[wanted]}: write {WORDS[wanted]}"
        case "enum" | "const":
            allowed = wanted if error.validator == "enum" else [str(wanted).lower()]
            yield f"{_shown(value)} is not supported: use {', '.join(allowed)}"
        case "pattern":
            yield f"{_shown(value)} is not valid: {schema['$comment']}"
        case "minItems":
            yield "the list is empty: fill it or remove it"
        case "maxItems":
            yield "the list has values: remove them"
        case _:
            yield "the list has a value twice: remove one of the two"


def _shown(value: Any) -> str:
    text = json.dumps(value) if value is None or isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
