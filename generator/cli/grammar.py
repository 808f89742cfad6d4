"""The grammar of the files that describe the command line, as JSON Schemas."""

from __future__ import annotations

from generator.cli.descriptions import DESCRIPTIONS
from generator.grammar import TEXT, Rule

WORD = r"^[a-z][a-z0-9_-]*$"
WORD_HINT = "use lowercase letters, digits, - and _"
KINDS = ("action", "content", "create", "delete", "list", "send", "show", "update", "upload", "value")
FORMATS = ("age", "class", "count", "list", "statuses")
#: What completes a value, besides the items of a list operation.
COMPLETES = ("columns", "file", "folder", "profile")


def _mapping(part: str, required: Rule, optional: Rule | None = None) -> Rule:
    keys = required | (optional or {})
    return {
        "type": "object",
        "required": list(required),
        "properties": {key: rule | {"description": DESCRIPTIONS[part][key]} for key, rule in keys.items()},
        "additionalProperties": False,
    }


def _named(item: Rule, names: str = WORD, hint: str = WORD_HINT) -> Rule:
    return {
        "type": "object",
        "propertyNames": {"pattern": names, "patternErrorMessage": hint},
        "additionalProperties": item,
    }


def _list(item: Rule) -> Rule:
    return {"type": "array", "items": item}


OPERATION = {
    "type": "string",
    "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$",
    "patternErrorMessage": "name an operation such as hosts.get",
}
FUNCTION = OPERATION | {"patternErrorMessage": "name a module and a function such as hosts.provision"}
NAME = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9_-]*$", "patternErrorMessage": "write a name"}
WORDS = {"type": "string", "pattern": WORD, "patternErrorMessage": WORD_HINT}
COMPLETION = {
    "type": "string",
    "pattern": rf"^({'|'.join(COMPLETES)}|[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*|[A-Za-z-]+(\|[A-Za-z-]+)+)$",
    "patternErrorMessage": f"use {', '.join(COMPLETES)}, a list operation such as hosts.list, or words joined by |",
}
FLAGS = {
    "type": "array",
    "items": {
        "type": "string",
        "pattern": r"^(-[A-Za-z0-9]|--[A-Za-z][A-Za-z0-9_-]*)$",
        "patternErrorMessage": "write an option such as -f or --file",
    },
    "minItems": 1,
}
FLAG = {"type": "boolean"}
TEXTS = {"type": "object", "additionalProperties": TEXT}
QUERY = {"type": "object", "additionalProperties": {}}
COLUMN = {
    "if": {"type": "object"},
    "then": _mapping("column", {"member": TEXT}, {"title": TEXT, "format": {"type": "string", "enum": list(FORMATS)}}),
    "else": TEXT,
}
COMMAND = {
    "if": {"type": "object"},
    "then": _mapping(
        "command",
        {},
        {
            "operation": OPERATION,
            "operations": _list(OPERATION),
            "run": FUNCTION,
            "kind": {"type": "string", "enum": list(KINDS)},
            "summary": TEXT,
            "description": TEXT,
            "arguments": _list(NAME),
            "optional": _list(NAME),
            "repeated": NAME,
            "completes": {"type": "object", "additionalProperties": OPERATION},
            "options": _list(WORDS),
            "traits": _list(WORDS),
            "query": QUERY,
            "question": TEXT,
            "result": NAME,
            "columns": _list(COLUMN),
        },
    ),
    "else": OPERATION,
}
GROUP = _mapping(
    "group",
    {"summary": TEXT},
    {"commands": _named(COMMAND), "groups": _named({"$ref": "#/$defs/group"}), "description": TEXT},
)
COMMANDS = GROUP | {"$defs": {"group": GROUP}}
OPTION = _mapping(
    "option",
    {"flags": FLAGS, "description": TEXT},
    {
        "for": _list(WORDS),
        "hidden": _list(WORDS),
        "value": TEXT,
        "choices": _list(TEXT),
        "repeated": FLAG,
        "listed": FLAG,
        "query": QUERY,
        "parameter": TEXT,
        "completes": COMPLETION,
    },
)
TEMPLATE = _mapping("template", {}, {"required": _list(TEXT), "optional": _list(TEXT)})
INDEX = _mapping(
    "index",
    {
        "name": TEXT,
        "summary": TEXT,
        "groups": _list(WORDS),
        "options": _named(OPTION),
    },
    {
        "commands": _named(COMMAND),
        "without_command": {"type": "object", "additionalProperties": TEXT},
        "arguments": _named(_mapping("argument", {"description": TEXT}, {"completes": COMPLETION})),
        "columns": {"type": "object", "additionalProperties": _list(COLUMN)},
        "templates": {"type": "object", "additionalProperties": TEMPLATE},
        "labels": TEXTS,
        "sections": TEXTS,
        "exit_statuses": _named(TEXT, r"^[0-9]+$", "write a number in quotes"),
        "environment": TEXTS,
        "files": TEXTS,
    },
)
