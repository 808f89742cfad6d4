"""Infers schemas from JSON values. Several values of the same part are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.fragments import Document
from generator.learn.names import Names, singular
from generator.learn.samples import MADE_UP, is_date, is_secret_name, is_secret_value, sample

DESCRIPTION = "Observed in a response; its meaning is unknown."
SCALARS = frozenset({"string", "integer", "number", "boolean"})
#: Objects with more members are maps with any keys, and so are those whose name, which begins with that of the owner,
#: would be longer.
MAX_MEMBERS, MAX_NAME = 60, 80
_MEMBER = re.compile(r"[A-Za-z_$@][\w.$@-]*")
_UUID = re.compile(r"[0-9A-Fa-f]{8}-?([0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}")


def json_type(value: Any) -> str:
    """Return the type of a JSON value.

    Args:
        value: The value.
    """
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "integer" if isinstance(value, int) else "number"
    names: dict[type, str] = {type(None): "null", str: "string", list: "array", dict: "object"}
    return names[type(value)]


def types_of(values: Sequence[Any]) -> list[str]:
    """Return the types of values, null last. An integer is a number if there are other numbers.

    Args:
        values: The values.
    """
    found = dict.fromkeys(map(json_type, values))
    if "number" in found:
        found.pop("integer", None)
    return sorted(found, key=lambda kind: kind == "null")


def ref(name: str) -> Document:
    """Return a reference to a schema.

    Args:
        name: The name of the schema.
    """
    return {"$ref": f"#/components/schemas/{name}"}


class Inference:
    """Infers schemas, and collects the named ones that they need.

    Args:
        names: The names of schemas that are in use.
        read_only: Whether the values were only seen in responses.

    Attributes:
        named: The new schemas by their names.
    """

    def __init__(self, names: Names, read_only: bool = True) -> None:
        self._names = names
        self._read_only = read_only
        self.named: dict[str, Document] = {}

    def member(self, owner: str, wire: str, values: Sequence[Any], secret: bool = False) -> Document:
        """Infer the schema of a member.

        Args:
            owner: The name of the schema that it belongs to.
            wire: The member's name.
            values: The values seen, at least one.
            secret: Whether all that belongs to the owner is secret.

        Returns:
            The schema, with a description and an example.
        """
        hidden = _is_secret(wire, values, secret)
        content = self._value((owner, wire), values, hidden)
        schema: Document = {key: content[key] for key in ("$ref", "anyOf", "type") if key in content}
        schema["description"] = DESCRIPTION
        has_view = "$ref" in content or "anyOf" in content
        if hidden and not has_view and "items" not in content:
            schema["format"] = "password"
        elif "format" in content:
            schema["format"] = content["format"]
        if self._read_only:
            schema["readOnly"] = True
        schema["x-confidence"] = "observed"
        if "items" in content:
            schema["items"] = content["items"]
        return schema | _examples(content, values, hidden)

    def value(self, parts: tuple[str, ...], values: Sequence[Any]) -> Document:
        """Infer the schema of a request or a response.

        Args:
            parts: The words for the name of a new schema.
            values: The values seen, at least one.

        Returns:
            The schema, with an example. It is a reference if the values are objects.
        """
        content = self._value(parts, values, secret=False)
        return content | _examples(content, values, hidden=False)

    def object(self, parts: tuple[str, ...], values: Sequence[Document], secret: bool = False) -> str:
        """Infer a named schema.

        Args:
            parts: The words that its name is made from.
            values: The objects seen, at least one of them with members.
            secret: Whether its members are secrets.

        Returns:
            Its name.
        """
        name = self._names.schema(*parts)
        self.named[name] = {}  # it comes before the schemas of its members
        members = {wire: None for value in values for wire in value}
        self.named[name] = {
            "type": "object",
            "description": "Observed in a response; its purpose is unknown.",
            "properties": {
                wire: self.member(name, wire, [value[wire] for value in values if wire in value], secret)
                for wire in members
            },
        }
        return name

    def _value(self, parts: tuple[str, ...], values: Sequence[Any], secret: bool) -> Document:
        types = types_of(values)
        kinds = [kind for kind in types if kind != "null"]
        if kinds == ["object"]:
            return self._object_value(parts, values, secret)
        if kinds == ["array"]:
            items = [item for value in values if value is not None for item in value]
            return {"type": _type(types), "items": self._items(parts, items, secret)}
        if not kinds or not SCALARS.issuperset(kinds):
            return {}  # any JSON value
        dates = kinds == ["string"] and all(value is None or is_date(value) for value in values)
        return {"type": _type(types)} | ({"format": "date-time"} if dates else {})

    def _object_value(self, parts: tuple[str, ...], values: Sequence[Any], secret: bool) -> Document:
        objects = [value for value in values if value is not None]
        if len(parts[0]) > MAX_NAME or not any(objects) or _is_map(objects):
            return {"type": _type(types_of(values))}
        reference = ref(self.object(parts, objects, secret))
        return reference if len(objects) == len(values) else {"anyOf": [reference, {"type": "null"}]}

    def _items(self, parts: tuple[str, ...], items: Sequence[Any], secret: bool) -> Document:
        if not items or "array" in types_of(items):  # lists of lists are not supported
            return {}
        schema = self._value((*parts[:-1], singular(parts[-1])), items, secret)
        return schema | {"format": "password"} if secret and schema.get("type") == "string" else schema


def _examples(content: Document, values: Sequence[Any], hidden: bool) -> Document:
    """Return the key `examples`. A reference needs none: its example is composed from those of the members."""
    has_view = "$ref" in content or "anyOf" in content or "$ref" in content.get("items", {})
    return {} if has_view else {"examples": [sample(values, hidden)]}


def _type(types: list[str]) -> str | list[str]:
    return types[0] if len(types) == 1 else types


def _is_secret(wire: str, values: Sequence[Any], inherited: bool) -> bool:
    if all(value is None or isinstance(value, bool) or is_date(value) for value in values):
        return False  # such as `passwordExpired`; a member that is always null shows nothing
    return inherited or is_secret_name(wire) or any(map(is_secret_value, values))


def _is_map(objects: Sequence[Document]) -> bool:
    keys = {key for value in objects for key in value}
    return len(keys) > MAX_MEMBERS or any(not _MEMBER.fullmatch(key) or _UUID.fullmatch(key) for key in keys)


def drafted(found: Sequence[str], wire: str, read_only: bool = True) -> Document:
    """Draft the schema of a member of which only the types are known.

    Args:
        found: The types as a report names them, such as `array of string`; at least one.
        wire: The member's name.
        read_only: Whether it was only seen in responses.

    Returns:
        The schema, with a made-up example.
    """
    values = [MADE_UP[kind.partition(" ")[0]] for kind in found]
    elements = [part for kind in found for part in kind.partition(" of ")[2].split(" or ") if part]
    if elements:
        values.append([MADE_UP[part] for part in elements])
    return Inference(Names([]), read_only).member("", wire, values)
