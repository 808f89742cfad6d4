"""Finds the type of a value in Python."""

from __future__ import annotations

from attrs import frozen

from generator.errors import SchemaError
from generator.fragments import Document
from generator.model import Kind
from generator.parsed import Parsed, ParsedType

SCALARS = frozenset({"bool", "int", "float", "str"})
ANY = Kind("any", "Any")


@frozen
class Context:
    """A bundle, and what the parser read in it."""

    document: Document
    parsed: Parsed

    def schema(self, name: str) -> Document:
        """Return a schema of the bundle by its name."""
        schema: Document = self.document["components"]["schemas"][name]
        return schema

    def home(self, name: str) -> str:
        """Return the module that has the class of a schema."""
        module: str | None = self.schema(name).get("x-module")
        if module is None:
            raise SchemaError([f"{name}: a schema of openapi.yaml has no module: move it to a fragment"])
        return module


def kind(context: Context, found: ParsedType) -> Kind:
    """Find the type of a value.

    Args:
        context: The bundle, and what the parser read in it.
        found: The type as the parser read it.

    Returns:
        The type.

    Raises:
        SchemaError: There is no rendering for such a type.
    """
    match found.category:
        case "union":
            return _union_kind(context, found)
        case "enum":
            return Kind("scalar", found.name, found.name, context.home(found.name))
        case "object":
            return _object_kind(context, found.name)
        case "list":
            return _list_kind(context, found)
        case "any":
            return ANY
    return Kind("scalar", _scalar(found))


def nullable(found: ParsedType) -> bool:
    """Tell whether a value may be null.

    Args:
        found: The type as the parser read it.

    Returns:
        Whether it may.
    """
    return found.category == "union" and any(variant.category == "null" for variant in found.inner)


def _scalar(found: ParsedType) -> str:
    if found.category not in SCALARS:
        raise SchemaError([f"a {found.name or found.category} has no rendering"])
    return found.category


def _list_kind(context: Context, found: ParsedType) -> Kind:
    inner = kind(context, found.inner[0])
    if inner.shape == "view":
        return Kind("views", inner.text, inner.name, inner.module)
    if inner.shape in ("views", "values"):
        raise SchemaError(["a list of lists has no rendering"])
    return Kind("values", inner.text, inner.name, inner.module)


def _object_kind(context: Context, name: str) -> Kind:
    found = context.parsed.objects[name]
    if name in context.document["components"]["schemas"] and found.members:
        return Kind("view", name, name, context.home(name))
    values = found.additional
    text = values.category if values is not None and values.category in SCALARS else "Any"
    return Kind("map", f"dict[str, {text}]")


def _union_kind(context: Context, found: ParsedType) -> Kind:
    variants = [variant for variant in found.inner if variant.category != "null"]
    if len(variants) == 1:
        return kind(context, variants[0])
    if any(variant.category in ("any", "object", "list", "union") for variant in variants):
        return ANY  # objects cannot be told apart: the value is handed through as it is
    # An enumeration is open: beside another type it only says that there may be a text.
    texts = {"str" if variant.category == "enum" else _scalar(variant) for variant in variants}
    return Kind("scalar", " | ".join(sorted(texts)))
