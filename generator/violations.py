"""Finds what the grammar of schema/ does not allow, and says how to fix it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from generator.grammar import Rule
from generator.places import joined

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
            yield f"{_shown(value)} is not valid: {schema['patternErrorMessage']}"
        case "minItems":
            yield "the list is empty: fill it or remove it"
        case "maxItems":
            yield "the list has values: remove them"
        case _:
            yield "the list has a value twice: remove one of the two"


def _shown(value: Any) -> str:
    text = json.dumps(value) if value is None or isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
