"""Validation of values against the schemas of their parameters (S98)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.validation import TYPES

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


def check_value(schema: Document | None, value: Any, name: str) -> None:
    """Check a value against a schema.

    Args:
        schema: The schema of the parameter, if any; unknown members of it are ignored.
        value: The value.
        name: The name of the value in error texts.

    Raises:
        ApiError: The value does not match; the texts say where.
    """
    errors = list(_errors(schema or {}, value, name))
    if errors:
        raise ApiError(400, *errors[:5])


def _errors(schema: Document, value: Any, where: str) -> Iterator[str]:
    kind = schema.get("type")
    if isinstance(kind, str) and kind in TYPES and not TYPES[kind][1](value):
        yield f"{where} must be {TYPES[kind][0]}"
        return
    choices = schema.get("enum")
    if choices and value not in choices:
        yield f"{where} must be one of {', '.join(map(str, choices))}"
    if isinstance(value, str) and not _matches(schema.get("pattern"), value):
        yield f"{where} must match {schema['pattern']}"
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _errors(schema.get("items") or {}, item, f"{where}[{index}]")
    if isinstance(value, dict):
        yield from _member_errors(schema.get("properties") or {}, value, where)


def _member_errors(properties: dict[str, Document], value: Document, where: str) -> Iterator[str]:
    for name, schema in properties.items():
        if value.get(name) is not None:
            yield from _errors(schema or {}, value[name], f"{where}.{name}")
        elif (schema or {}).get("required") is True:
            yield f"{where}.{name} is missing"


def _matches(pattern: str | None, value: str) -> bool:
    try:
        return not pattern or re.fullmatch(pattern, value) is not None
    except re.error:
        return True  # The real server's pattern syntax has more features than Python's.
