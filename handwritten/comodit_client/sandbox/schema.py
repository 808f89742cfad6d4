"""The schema that the sandbox implements, and its references."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

Schema = Mapping[str, Any]
_PACKAGE = "comodit_client.schema"


def schema_text() -> str:
    """Return the schema as YAML, for people and tools."""
    return files(_PACKAGE).joinpath("comodit.yaml").read_text(encoding="utf-8")


def load_schema() -> dict[str, Any]:
    """Return the schema that the sandbox implements."""
    document: dict[str, Any] = json.loads(files(_PACKAGE).joinpath("comodit.json").read_text(encoding="utf-8"))
    return document


def resolved(document: Schema, schema: Schema) -> Schema:
    """Follow a reference; members beside it are kept.

    Args:
        document: The document that the reference is in.
        schema: The part of it that may be a reference.
    """
    if "$ref" not in schema:
        return schema
    target: Any = document
    for step in schema["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return {**target, **{name: item for name, item in schema.items() if name != "$ref"}}
