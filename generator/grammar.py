"""The grammar of the files in schema/: the keys that each part may have, and the types of their values.

It is a JSON Schema, which generator/json_schema.py also writes for editors. A key that is not listed is not supported:
it would be ignored in silence otherwise. The hint of a pattern is in its `patternErrorMessage`, as editors read it. The
descriptions of the keys are in generator/descriptions.py.
"""

from __future__ import annotations

from typing import Any

from generator.descriptions import DESCRIPTIONS

Rule = dict[str, Any]

#: The statuses that editors offer; all others are accepted as well.
STATUSES = ("200", "202", "204", "400", "401", "403", "404", "409", "default")
METHODS = ("get", "put", "post", "delete", "patch", "head")


def _described(part: str, keys: Rule) -> Rule:
    """Add the description of each key, which editors show."""
    return {key: rule | {"description": DESCRIPTIONS[part][key]} for key, rule in keys.items()}


def _mapping(part: str, required: Rule, optional: Rule | None = None) -> Rule:
    return {
        "type": "object",
        "required": list(required),
        "properties": _described(part, required | (optional or {})),
        "additionalProperties": False,
    }


def _rule(name: str) -> Rule:
    return {"$ref": f"#/$defs/{name}"}


def _named(item: Rule, names: str = r"^[A-Za-z0-9._-]+$", hint: str = "use letters, digits and _") -> Rule:
    return {
        "type": "object",
        "propertyNames": {"pattern": names, "patternErrorMessage": hint},
        "additionalProperties": item,
    }


def _list(item: Rule, **more: Any) -> Rule:
    return {"type": "array", "items": item, "minItems": 1, **more}


def _one_of(*values: str) -> Rule:
    return {"type": "string", "enum": list(values)}


def _reference(group: str) -> Rule:
    pattern = rf"^#/components/{group}/([A-Za-z0-9._-]+|{{of}})$"  # {of} stands for a name in x-list
    return {"type": "string", "pattern": pattern, "patternErrorMessage": f"write #/components/{group}/<name>"}


def _or_reference(group: str, item: Rule) -> Rule:
    # Anything but a mapping fails both branches in the same way.
    return {
        **_offered("reference", "$ref"),
        "if": {"required": ["$ref"]},
        "then": _mapping("reference", {"$ref": _reference(group)}),
        "else": item,
    }


def _offered(part: str, *keys: str) -> Rule:
    """Return keys that select a branch: an editor completes only the keys outside of branches that do not apply."""
    return {"properties": _described(part, {key: {} for key in keys})}


TEXT = {"type": "string", "pattern": r"\S", "patternErrorMessage": "write a text"}
FLAG = {"type": "boolean"}
TEXTS = _list(TEXT, uniqueItems=True)
ANY_SCHEMA = _rule("schema")
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
    "properties": {"type": "object", "additionalProperties": _rule("member")},
    "required": TEXTS,
}
LISTS_ITEMS = {"x-list-of": {"type": "string", "pattern": r"^[A-Za-z0-9._-]+$", "patternErrorMessage": "name a schema"}}


def _schema(also: Rule, other: Rule) -> Rule:
    """Return the grammar of a schema: a reference, a union, or a plain one with keys of its own."""
    variants = _list(ANY_SCHEMA)
    unions = {
        "if": {"required": ["anyOf"]},
        "then": _mapping("schema", {"anyOf": variants}, COMMON | also),
        "else": {
            "if": {"required": ["oneOf"]},
            "then": _mapping("schema", {"oneOf": variants}, COMMON | also),
            "else": _mapping("schema", {}, COMMON | also | PLAIN | other),
        },
    }
    return {
        "type": "object",
        **_offered("schema", "$ref", "anyOf", "oneOf"),
        "if": {"required": ["$ref"]},
        "then": _mapping("schema", {"$ref": _reference("schemas")}, COMMON | also),
        "else": unions,
    }


#: A form is not a class: its field becomes an argument.
FIELD = _mapping("field", {"type": {"const": "string"}, "format": {"const": "binary"}, "description": TEXT})
MEDIA = _mapping("media", {}, {"schema": ANY_SCHEMA})
FORM = _mapping(
    "form",
    {"type": {"const": "object"}, "properties": {"type": "object", "additionalProperties": FIELD}, "required": TEXTS},
)
CONTENT = _named(MEDIA, r"^[a-z*]+/[A-Za-z0-9.+*-]+$", "name a media type such as application/json") | {
    "properties": _described(
        "content",
        {
            "application/json": MEDIA,
            "text/plain": MEDIA,
            "application/octet-stream": MEDIA,
            "multipart/form-data": _mapping("media", {"schema": FORM}),
        },
    )
}
RESPONSE = _mapping("response", {"description": TEXT}, {"content": _rule("content")})
BODY = _mapping("body", {"content": _rule("content")}, {"description": TEXT, "required": {"const": True}})
PARAMETER = _mapping(
    "parameter",
    {"name": TEXT, "in": _one_of("path", "query", "header"), "description": TEXT, "schema": ANY_SCHEMA},
    {"required": FLAG, "example": {}, "x-python-name": TEXT, "x-slashes": FLAG},
)
STATUS = r"^([1-5][0-9][0-9]|[1-5]XX|default)$"
RESPONSES = _named(_or_reference("responses", _rule("response")), STATUS, "use a status code such as '200'") | {
    "properties": _described("responses", dict.fromkeys(STATUSES, _or_reference("responses", _rule("response"))))
}
OPERATION = _mapping(
    "operation",
    {
        "operationId": TEXT,
        "summary": TEXT,
        "x-source": {"type": "array", "items": TEXT},  # a mount may add those of its owner
        "responses": RESPONSES,
    },
    {
        "description": TEXT,
        "deprecated": FLAG,
        "parameters": _list(_or_reference("parameters", _rule("parameter"))),
        "requestBody": _or_reference("requestBodies", _rule("body")),
        "x-confidence": _one_of("inferred", "observed"),
        "x-timeout-class": _one_of("short", "normal", "long"),
    },
)
PATHS = _named(
    _mapping("path", {}, dict.fromkeys(METHODS, _rule("operation"))),
    r"^(/|\{owner\}/?)([^{}]|\{[^{}/]+\})*$",
    "begin a path with / or {owner}/, and write parameters as {name}",
)
SCHEMAS = _named(_rule("named"))
OWNER = {
    "type": "string",
    "pattern": r"^/([^{}]|\{[^{}/]+\})*$",
    "patternErrorMessage": "write a path such as /hosts/{host}",
}
MOUNT = _mapping("mount", {"tag": TEXT, "owner": OWNER, "of": TEXT}, {"source": _list(TEXT)})
#: The rules that both kinds of files use, and that may hold each other.
DEFS = {
    "schema": _schema({}, {}),
    "member": _schema(OF_MEMBERS, {}),
    "list": _schema({"x-source": TEXTS}, NAMED),
    "named": {
        **_offered("schema", "x-list-of"),
        "if": {"required": ["x-list-of"]},
        "then": _mapping("schema", LISTS_ITEMS),
        "else": _schema({}, NAMED),
    },
    "content": CONTENT,
    "response": RESPONSE,
    "body": BODY,
    "parameter": PARAMETER,
}
FRAGMENT = _mapping(
    "fragment",
    {},
    {
        "tag": _mapping("tag", {"name": TEXT, "description": TEXT}),
        "paths": PATHS,
        "components": _mapping("components", {}, {"schemas": SCHEMAS}),
        "x-mounts": _list(MOUNT),
    },
) | {"$defs": DEFS | {"operation": OPERATION}}
LICENSE = _mapping("license", {"name": TEXT}, {"identifier": TEXT})
SECURITY_SCHEME = {
    "if": {"properties": _described("security scheme", {"type": {"const": "apiKey"}})},
    "then": _mapping("security scheme", {"type": {}, "in": _one_of("header"), "name": TEXT, "description": TEXT}),
    "else": _mapping(
        "security scheme",
        {"type": _one_of("apiKey", "http"), "scheme": _one_of("basic", "bearer"), "description": TEXT},
    ),
}
INFO = _mapping("info", {"title": TEXT, "version": TEXT}, {"description": TEXT, "license": LICENSE})
FRONT = _mapping(
    "openapi",
    {
        "openapi": {"type": "string", "pattern": r"^3\.1\.[0-9]+$", "patternErrorMessage": "write 3.1.0"},
        "info": INFO,
        "components": _mapping(
            "components",
            {"responses": _named(_rule("response")) | {"required": ["Failure"]}},
            {
                "schemas": SCHEMAS,
                "parameters": _named(_rule("parameter")),
                "requestBodies": _named(_rule("body")),
                "securitySchemes": _named(SECURITY_SCHEME),
            },
        ),
    },
    {
        "x-list": {"$ref": "#/$defs/list"},
        "servers": _list(_mapping("server", {"url": TEXT}, {"description": TEXT})),
        "security": _list(_named({"type": "array", "maxItems": 0})),
    },
) | {"$defs": DEFS}
#: The recorded examples: what an operation sends and receives, by its operationId.
EXAMPLE = _mapping("example", {}, {"request": {}, "response": {}})
RECORDED = _named(EXAMPLE, r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", "name an operation such as hosts.get")
