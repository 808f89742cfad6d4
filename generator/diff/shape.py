"""What a schema allows: its own keywords, with those of `allOf` and of references merged into them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import Factory, define

from generator.diff.part import Part

ALL_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
#: They say nothing about the values that are valid.
_ANNOTATIONS = {"title", "description", "summary", "example", "examples", "deprecated", "externalDocs", "$comment"}
#: A password is masked in output; it is the same text.
_SILENT_FORMATS = {"password"}
_LIMITS = ("minimum", "minLength", "minItems", "maximum", "maxLength", "maxItems", "pattern")


@define
class Shape:
    """The keywords of a schema that decide whether values of one version are valid in another.

    Args:
        part: The schema.
        name: The named schema that it refers to, if it consists of that.
        types: The types of JSON that it allows.
        format: Its format.
        enum: The values that it allows, written as JSON; None if it allows any.
        properties: The members of an object.
        required: The members that an object must have.
        items: The schema of the items of a list.
        values: The schema of the values of a map.
        closed: Whether an object may have no other members.
        choices: The alternatives, if there are several.
        limits: The limits of a value.
    """

    part: Part
    name: str | None = None
    types: frozenset[str] = ALL_TYPES
    format: str | None = None
    enum: dict[str, Part] | None = None
    properties: dict[str, Part] = Factory(dict)
    required: set[str] = Factory(set)
    items: Part | None = None
    values: Part | None = None
    closed: bool = False
    choices: list[Part] = Factory(list)
    limits: dict[str, Any] = Factory(dict)


def shape_of(part: Part) -> Shape:
    """Return what a schema allows.

    Args:
        part: The schema, or a reference to it.
    """
    shape = Shape(part.target(), _name(part))
    nullable = False
    for piece in _pieces(part, []):
        nullable = nullable or _is_nullable(piece)
        _add(shape, piece)
    if shape.types == ALL_TYPES and shape.enum is not None:
        shape.types = frozenset(_type_of(json.loads(value)) for value in shape.enum)
    if nullable:
        shape.types |= {"null"}
    if shape.enum is not None:
        shape.enum.pop("null", None)
    return shape


def form(value: Any, renamed: Mapping[str, str]) -> Any:
    """Return a schema without annotations, to compare it with another.

    Args:
        value: The schema.
        renamed: The new references for references of the old document.
    """
    if isinstance(value, list):
        return [form(item, renamed) for item in value]
    if not isinstance(value, dict):
        return value
    out: dict[str, Any] = {}
    for key, item in value.items():
        if key == "$ref" and isinstance(item, str):
            out[key] = renamed.get(item, item)
        elif key == "properties" and isinstance(item, dict):
            out[key] = {name: form(member, renamed) for name, member in item.items()}
        elif key not in _ANNOTATIONS and not str(key).startswith("x-"):
            out[key] = sorted(item, key=str) if key == "required" and isinstance(item, list) else form(item, renamed)
    return out


def _name(part: Part) -> str | None:
    name = part.schema_name()
    if name is not None:
        return name
    parts = [*part.entries("allOf"), *(choice for choice in _choices(part) if not _is_null(choice))]
    if len(parts) == 1 and not part.under("properties"):
        return _name(parts[0])
    return None


def _pieces(part: Part, above: list[Part]) -> Iterator[Part]:
    part = part.target()
    if any(part.path == other.path for other in above) or not isinstance(part.value, dict):
        return
    yield part
    for inner in part.entries("allOf"):
        yield from _pieces(inner, [*above, part])
    choices = [choice for choice in _choices(part) if not _is_null(choice)]
    if len(choices) == 1:
        yield from _pieces(choices[0], [*above, part])


def _choices(part: Part) -> list[Part]:
    return part.entries("anyOf") or part.entries("oneOf")


def _is_null(part: Part) -> bool:
    return isinstance(part.value, dict) and part.value.get("type") in ("null", ["null"])


def _is_nullable(part: Part) -> bool:
    return part.flag("nullable") or any(map(_is_null, _choices(part)))


def _add(shape: Shape, piece: Part) -> None:
    value = piece.value
    shape.types &= _types(piece)
    if value.get("format") not in (*_SILENT_FORMATS, None):
        shape.format = value["format"]
    for item in [*piece.entries("enum"), *filter(None, [piece.get("const")])]:
        shape.enum = (shape.enum or {}) | {json.dumps(item.value): item}
    for name, member in piece.under("properties").items():
        shape.properties.setdefault(name, member)
    if isinstance(value.get("required"), list):
        shape.required |= set(value["required"])
    shape.items = shape.items or piece.get("items")
    values = piece.get("additionalProperties")
    if values is not None and isinstance(values.value, dict):
        shape.values = shape.values or values
    shape.closed = shape.closed or (values is not None and values.value is False)
    choices = [choice for choice in _choices(piece) if not _is_null(choice)]
    if len(choices) > 1:
        shape.choices = choices
    shape.limits |= {key: value[key] for key in _LIMITS if key in value}


def _types(piece: Part) -> frozenset[str]:
    kind = piece.value.get("type")
    if kind is None:
        if "properties" in piece.value:
            return frozenset({"object"})
        return ALL_TYPES
    kinds = {kind} if isinstance(kind, str) else set(kind)
    if "number" in kinds:
        kinds.add("integer")
    return frozenset(kinds)


def _type_of(value: Any) -> str:
    kinds = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null", list: "array"}
    return kinds.get(type(value), "object")
