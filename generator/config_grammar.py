"""The grammar of a configuration: the keys that it may have, and the types of their values."""

from __future__ import annotations

from generator.grammar import TEXT, Rule

IDENTIFIER = r"[A-Za-z_][A-Za-z0-9_]*"


def _mapping(properties: Rule, *required: str) -> Rule:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _table(item: Rule) -> Rule:
    return {"type": "object", "additionalProperties": item}


NAME = {"type": "string", "pattern": rf"^{IDENTIFIER}$", "patternErrorMessage": "write a Python name"}
DOTTED = {
    "type": "string",
    "pattern": rf"^{IDENTIFIER}(\.{IDENTIFIER})*$",
    "patternErrorMessage": "write an import path",
}
TEXTS = {"type": "array", "items": TEXT}
#: Each becomes a part of a comment.
SENTENCES = {
    "type": "array",
    "items": {"type": "string", "pattern": r"\A[^\n]+\Z", "patternErrorMessage": "write one line"},
    "minItems": 1,
}
FACADE = _mapping(
    {
        "folder": TEXT,
        "blocking": NAME,
        "names": _table(NAME),
        "exports": _table(DOTTED),
        "private": _table(NAME),
        "beside": {"type": "array", "items": NAME},
        "old_modules": _table(_table(TEXTS)),
        "old_names": _table(_table(DOTTED)),
    },
    "folder",
)
CONFIG = _mapping(
    {
        "package": DOTTED,
        "schema": TEXT,
        "output": TEXT,
        "bundle": {
            "type": "string",
            "pattern": r"^[A-Za-z0-9_-]+$",
            "patternErrorMessage": "use letters, digits, _ and -",
        },
        "header": SENTENCES,
        "wire_doc": TEXT,
        "http_header_prefix": TEXT,
        "base_exception": NAME,
        "colon_in_offset": {"type": "boolean"},
        "create_arguments": _table(TEXTS),
        "ruff": TEXT,
        "facade": FACADE,
        "command_line": _mapping({"folder": TEXT, "package": NAME, "pages": TEXT, "manual": TEXT}, "folder"),
        "module_pages": _mapping({"folder": TEXT, "runtime": {"type": "array", "items": NAME}}, "folder"),
        "reference": _mapping({"folder": TEXT, "guide": TEXT}, "folder", "guide"),
    },
    "package",
)
