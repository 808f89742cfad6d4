"""Sample values for definitions that no host uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

#: A text with characters that templates, quotes and encodings may damage.
_TEXT = "a \"b\" & 'c' {{ d }} <é> \\ %"
_NAME = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_LOOP = re.compile(rf"<#list\s+(?P<items>{_NAME})\s+as\s+(?P<item>\w+)\s*>")
_TAG = re.compile(r"<#(?:if|elseif)\s+(?P<rest>[^>]*)>")
#: A name that is a condition as a whole: not compared, and without a built-in.
_CONDITION = re.compile(rf"(?:^|&&|\|\||!)\s*\(?\s*(?P<name>{_NAME})\s*\)?\s*(?=$|&&|\|\|)")
#: A name that is compared with a number.
_NUMBER = re.compile(rf"(?P<name>{_NAME})\s*(?:[=!<>]=?|==|[gl]te?)\s*\d")
#: Words in expressions that are no names.
_WORDS = frozenset({"true", "false", "gt", "gte", "lt", "lte", "c", "size", "has_content", "url"})


def sample_values(definition: Mapping[str, Any], contents: Mapping[str, str]) -> dict[str, Any]:
    """Return a value for each parameter of a definition, and for each other name in its templates.

    Args:
        definition: The definition.
        contents: The contents of its files, by name.

    Returns:
        The values by key.
    """
    values: dict[str, Any] = {}
    for file in definition.get("files", ()):
        values |= _of_template(contents.get(file["name"], ""), file.get("template", file)["delimiter"])
    for parameter in definition.get("parameters", ()):
        key, value = parameter["key"], sample_value(parameter)
        # A template knows more about the elements of lists than a type does, and anything if there is no type.
        if key not in values or not _is_vague(parameter, value, values[key]):
            values[key] = value
    # The variables of the server cannot be settings.
    return {key: value for key, value in values.items() if not key.startswith("_")}


def sample_value(parameter: Mapping[str, Any]) -> Any:
    """Return a value for a parameter, which differs from its default if possible.

    Args:
        parameter: The parameter.

    Returns:
        The value. It has the type of the default, or else that of the schema.
    """
    schema = parameter.get("schema")
    schema = schema if isinstance(schema, Mapping) else {}
    choices, default = schema.get("enum"), parameter.get("value")
    if isinstance(choices, list) and choices:
        return next((choice for choice in reversed(choices) if choice != default), choices[0])
    return _by_schema(schema) if default is None else _like(default)


def _of_template(text: str, delimiters: Mapping[str, str]) -> dict[str, Any]:
    """Return values for the names in a template, of the types that their use needs."""
    start = re.escape(delimiters["start"])
    tags = [found["rest"] for found in _TAG.finditer(text)]
    loops = {found["item"]: found["items"] for found in _LOOP.finditer(text)}
    names = {found[1].strip(): None for found in re.finditer(rf"{start}\s*({_NAME})", text)}
    names |= {name: None for tag in tags for name in re.findall(_NAME, re.sub(r"\"[^\"]*\"|'[^']*'", "", tag))}
    values: dict[str, Any] = {name: _TEXT for name in names if not _is_of_loop(name, loops) and name not in _WORDS}
    values |= {found["name"]: True for tag in tags for found in _CONDITION.finditer(tag) if found["name"] in values}
    values |= {found["name"]: 7 for tag in tags for found in _NUMBER.finditer(tag) if found["name"] in values}
    for item, items in loops.items():
        members = {name.partition(".")[2]: _TEXT for name in names if name.startswith(f"{item}.")}
        if not _is_of_loop(items, loops):
            values[items] = [members, members] if members else [_TEXT, "second"]
    return values


def _is_of_loop(name: str, loops: Mapping[str, str]) -> bool:
    first = name.partition(".")[0]
    return any(first in (item, f"{item}_index", f"{item}_has_next") for item in loops)


def _is_vague(parameter: Mapping[str, Any], value: Any, used: Any) -> bool:
    schema = parameter.get("schema") or {}
    if parameter.get("value") is not None or schema.get("enum") or schema.get("items"):
        return False
    return not schema.get("type") or (isinstance(value, list) and isinstance(used, list))


def _by_schema(schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "array":
        items = schema.get("items")
        item = sample_value({"schema": items})
        return [item, item]
    if kind == "object":
        members = schema.get("properties")
        return {name: sample_value({"schema": one}) for name, one in (members or {}).items()}
    return {"integer": 7, "number": 7.5, "boolean": True}.get(str(kind), _TEXT)


def _like(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, list):
        return [_like(item) for item in value] + ([_like(value[0])] if value else [])
    if isinstance(value, Mapping):
        return {name: _like(item) for name, item in value.items()}
    return _TEXT
