"""Writes the documents that an editor opens with: what a command can send, with comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import yaml

from generator.bundle import resolved
from generator.cli.model import CommandLine, Template, commands_of
from generator.examples import compose
from generator.fragments import Document

#: The trait of the commands that read a document.
INPUT = "input"
#: Begins a line that explains, and a line that is ready for use without it.
PROSE, READY = "## ", "# "
WIDTH = 100
HOW = 'Fill in the required members. A line with a single # sets an optional member: remove its "# " to use it.'
#: At this depth, an object only shows what it requires: the host groups of a step need their names, not their hosts.
DEEP = 2


def templates(line: CommandLine, document: Document) -> dict[str, str]:
    """Write the template of each object that a command reads.

    Args:
        line: The command line.
        document: The bundle, with its examples.

    Returns:
        The YAML document of each object, by its name.
    """
    found = {command.body for command in commands_of(line.root) if INPUT in command.traits} - {""}
    return {name: "\n".join(_lines(name, line, document)) + "\n" for name in sorted(found)}


def template_of(name: str, described: dict[str, Template], document: Document) -> Template:
    """Return the members that the template of an object shows.

    Args:
        name: The name of the object.
        described: The templates that are described.
        document: The bundle.

    Returns:
        The members. Those that the server only sends are left out unless the description lists them.
    """
    schema = document["components"]["schemas"].get(name, {})
    writable = [member for member, one in schema.get("properties", {}).items() if not one.get("readOnly")]
    given = described.get(name, Template())
    needed = tuple(member for member in schema.get("required", ()) if member in writable)
    required = needed if given.required is None else given.required
    others = tuple(member for member in writable if member not in required)
    return Template(required, others if given.optional is None else given.optional)


def _lines(name: str, line: CommandLine, document: Document) -> Iterator[str]:
    schema = document["components"]["schemas"][name]
    shown = template_of(name, line.templates, document)
    yield from _prose(schema["description"])
    yield from _prose(HOW)
    for member in shown.members:
        part = schema["properties"][member]
        # Not of the example of the whole object: there, one member may be null because another is set.
        value = _kept(document, part, compose(document, part), line, 1)
        yield ""
        yield from _member(member, part, value, member in (shown.required or ()), document)


def _member(name: str, schema: Document, value: Any, required: bool, document: Document) -> Iterator[str]:
    text = schema.get("description") or resolved(document, schema)["description"]
    choices = "".join(f" {choice}" for choice in _choices("", schema, value, document))
    yield from _prose(f"{text}{choices}{' Required.' if required else ''}")
    if not required:
        yield from (f"{READY}{one}" for one in _yaml({name: value}))
    elif isinstance(value, (dict, list)):
        yield from _yaml({name: value})
    else:
        yield from (f"{PROSE}Example: {_yaml([value])[0].removeprefix('- ')}", f"{name}:")


def _choices(name: str, schema: Document, value: Any, document: Document) -> Iterator[str]:
    """Yield the values of the enumerations in a value, at any depth."""
    for part in _variants(document, schema):
        if "enum" in part:
            yield f"{f'{name} is one' if name else 'One'} of: {', '.join(part['enum'])}."
        if isinstance(value, list) and "items" in part:
            yield from _choices(name, part["items"], value[0], document)
        if isinstance(value, dict) and "properties" in part:
            for member, one in value.items():
                yield from _choices(member, part["properties"][member], one, document)


def _kept(document: Document, schema: Document, value: Any, line: CommandLine, depth: int) -> Any:
    """Return an example without the members that its objects do not show."""
    name = _object(document, schema)
    if isinstance(value, list):
        items: Document = next((part["items"] for part in _variants(document, schema) if "items" in part), {})
        return [_kept(document, items, item, line, depth) for item in value]
    if not isinstance(value, dict) or not name:
        return value
    shown = template_of(name, line.templates, document)
    members = document["components"]["schemas"][name]["properties"]
    names = shown.required if depth >= DEEP and shown.required else shown.members
    return {one: _kept(document, members[one], value[one], line, depth + 1) for one in names if one in value}


def _object(document: Document, schema: Document) -> str:
    """Return the name of the object with members that a schema refers to; empty if there is none."""
    for part in (schema, *schema.get("anyOf", ())):
        if "$ref" in part and "properties" in resolved(document, part):
            return str(part["$ref"].rpartition("/")[2])
    return ""


def _variants(document: Document, schema: Document) -> Iterator[Document]:
    schema = resolved(document, schema)
    yield schema
    for part in schema.get("anyOf", ()):
        yield resolved(document, part)


def _prose(text: str) -> list[str]:
    return [f"{PROSE}{one}" for one in textwrap.wrap(" ".join(text.split()), WIDTH - len(PROSE))]


def _yaml(value: Any) -> list[str]:
    text: str = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10_000)
    return text.rstrip("\n").split("\n")
