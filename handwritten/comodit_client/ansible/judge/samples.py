"""Hosts with sample values, for definitions that no host uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.archive import Archive, Entity
from comodit_client.ansible.judge.documents import DEFINITIONS, delimiters_of
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

#: A text with characters that templates, quotes and encodings may damage.
_TEXT = "a \"b\" & 'c' {{ d }} <é> \\ %"
_NAME = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_LOOP = re.compile(rf"<#list\s+(?P<items>{_NAME})\s+as\s+(?P<item>\w+)\s*>")
_TAG = re.compile(r"<#(?:if|elseif)\s+(?P<rest>[^>]*)>")
#: A name that is a condition as a whole: not compared, and without a built-in.
_CONDITION = re.compile(rf"(?:^|&&|\|\||!)\s*\(?\s*(?P<name>{_NAME})\s*\)?\s*(?=$|&&|\|\|)")


@frozen
class Sample:
    """A host for one definition.

    Attributes:
        definition: The definition.
        environment: The name of its environment.
        host: The name of the host.
        uuid: The identifier of the host.
        settings: The values of its settings, by key.
    """

    definition: Entity
    environment: str
    host: str
    uuid: str
    settings: Mapping[str, Any] = field(factory=dict)


def samples_of(archive: Archive) -> tuple[Sample, ...]:
    """Make two hosts for each definition that no host uses: one with defaults only, one with a value for every key.

    Args:
        archive: The archive.

    Returns:
        The hosts.
    """
    used = set(_used(archive))
    taken = {entity.name for entity in archive.of(layout.ENVIRONMENT)}
    environment = "sample"
    while environment in taken:
        environment += "_"
    return tuple(
        Sample(entity, environment, f"{label}-{kind.name}-{number}", f"{kind.name}-{number}-{label}", settings)
        for kind in DEFINITIONS
        for number, entity in enumerate(archive.of(kind))
        if (kind.name, entity.name) not in used
        for label, settings in (("defaults", {}), ("values", _values(entity)))
    )


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


def _values(entity: Entity) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for file in list_member(entity.source.document, "files"):
        content = entity.contents.get(str(file.get("name")))
        if content is not None:
            with content.open() as opened:
                text = opened.read().decode(errors="replace")
            values |= _of_template(text, delimiters_of(file))
    parameters = list_member(entity.source.document, "parameters")
    values |= {str(one["key"]): sample_value(one) for one in parameters if one.get("key")}
    # The variables of the server cannot be settings.
    return {key: value for key, value in values.items() if not key.startswith("_")}


def _of_template(text: str, delimiters: Mapping[str, str]) -> dict[str, Any]:
    """Return values for the names in a template, of the types that their use needs."""
    start, end = re.escape(delimiters["start"]), re.escape(delimiters["end"])
    tags = [found["rest"] for found in _TAG.finditer(text)]
    loops = {found["item"]: found["items"] for found in _LOOP.finditer(text)}
    names = {found[1].strip(): None for found in re.finditer(rf"{start}\s*({_NAME})", text)}
    names |= {name: None for tag in tags for name in re.findall(_NAME, re.sub(r"\"[^\"]*\"|'[^']*'", "", tag))}
    values: dict[str, Any] = {name: _TEXT for name in names if not _is_of_loop(name, loops) and name not in _WORDS}
    values |= {found["name"]: True for tag in tags for found in _CONDITION.finditer(tag) if found["name"] in values}
    for item, items in loops.items():
        members = {name.partition(".")[2]: _TEXT for name in names if name.startswith(f"{item}.")}
        if not _is_of_loop(items, loops):
            values[items] = [members, members] if members else [_TEXT, "second"]
    return values


#: Words in expressions that are no names.
_WORDS = frozenset({"true", "false", "gt", "gte", "lt", "lte", "c", "size", "has_content", "url"})


def _is_of_loop(name: str, loops: Mapping[str, str]) -> bool:
    first = name.partition(".")[0]
    return any(first in (item, f"{item}_index", f"{item}_has_next") for item in loops)


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


def _used(archive: Archive) -> Iterator[tuple[str, str]]:
    for _, host in archive.hosts:
        for context in host.of(layout.APPLICATION_CONTEXT):
            yield layout.APPLICATION.name, context.name
        for kind, single in (
            (layout.PLATFORM, layout.PLATFORM_CONTEXT),
            (layout.DISTRIBUTION, layout.DISTRIBUTION_CONTEXT),
        ):
            source = host.singles.get(single.name)
            if source is not None:
                yield kind.name, str(source.peek(single.member) or host.source.peek(single.member) or "")
