"""Maps parsed types to Python types."""

from __future__ import annotations

from attrs import frozen

from generator.errors import SchemaError
from generator.fragments import Document
from generator.model import Kind
from generator.parsed import Parsed, ParsedType

#: The simple types, with their names in a schema.
SCALARS = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
ANY = Kind("any", "Any")


@frozen
class Context:
    """A bundle, the types and operations parsed from it, and the start of the service's own HTTP headers."""

    document: Document
    parsed: Parsed
    http_header_prefix: str

    def schema(self, name: str) -> Document:
        """Return a schema of the bundle by its name."""
        schema: Document = self.document["components"]["schemas"][name]
        return schema

    def home(self, name: str) -> str:
        """Return the module that defines the class of a schema."""
        module: str | None = self.schema(name).get("x-module")
        if module is None:
            raise SchemaError([f"{name}: a schema in openapi.yaml cannot be used here: move it to a fragment"])
        return module


def kind(context: Context, found: ParsedType) -> Kind:
    """Return the Python type of a value.

    Args:
        context: The bundle, and the types and operations parsed from it.
        found: The parsed type.

    Returns:
        The Python type.

    Raises:
        SchemaError: The type is not supported.
    """
    match found.category:
        case "union":
            return _union_kind(context, found)
        case "enum":
            # It is open: the server may add values.
            return Kind("scalar", f"{found.name} | str", found.name, context.home(found.name))
        case "object":
            return _object_kind(context, found.name)
        case "list":
            return _list_kind(context, found)
        case "any":
            return ANY
    return Kind("scalar", _scalar(found))


def nullable(found: ParsedType) -> bool:
    """Return whether a value may be null.

    Args:
        found: The parsed type.

    Returns:
        True if it may.
    """
    return found.category == "union" and any(variant.category == "null" for variant in found.inner)


def is_datetime(found: ParsedType) -> bool:
    """Return whether all values but null are text with `format: date-time`.

    Args:
        found: The parsed type.

    Returns:
        True if they are.
    """
    if found.category != "union":
        return found.is_datetime
    variants = [variant for variant in found.inner if variant.category != "null"]
    return bool(variants) and all(map(is_datetime, variants))


def _scalar(found: ParsedType) -> str:
    if found.category not in SCALARS:
        raise SchemaError([f"the type {found.label} is not supported: use {', '.join(SCALARS.values())}"])
    return found.category


def _list_kind(context: Context, found: ParsedType) -> Kind:
    inner = kind(context, found.inner[0])
    if inner.shape == "view":
        return Kind("views", inner.text, inner.name, inner.module)
    if inner.shape in ("views", "values"):
        raise SchemaError(["lists of lists are not supported: use a list of objects that hold a list"])
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
    if not variants:
        raise SchemaError(["a value that is always null is not supported: add another variant"])
    if len(variants) == 1:
        return kind(context, variants[0])
    if all(variant.category == "object" for variant in variants):
        return Kind("map", "dict[str, Any]")  # the variants cannot be distinguished: the object stays as it is
    if any(variant.category in ("any", "object", "list", "union") for variant in variants):
        return ANY  # the variants cannot be distinguished by their JSON type: the value stays as it is
    # An enumeration is open: next to another type it only says that the value may be text.
    texts = {"str" if variant.category == "enum" else _scalar(variant) for variant in variants}
    return Kind("scalar", " | ".join(sorted(texts)))
