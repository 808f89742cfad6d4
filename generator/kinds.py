"""Finds the type of a value: the parser's properties, and what the schema says beside them."""

from __future__ import annotations

from typing import Any, NamedTuple

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from generator.errors import SchemaError
from generator.fragments import Document
from generator.model import Kind
from generator.parse import Parsed

#: Dates and the like stay the texts that they are in JSON.
SCALARS: dict[type[Any], str] = {
    BooleanProperty: "bool",
    IntProperty: "int",
    FloatProperty: "float",
    StringProperty: "str",
    DateProperty: "str",
    DateTimeProperty: "str",
    UuidProperty: "str",
}
ANY = Kind("any", "Any")


class Context(NamedTuple):
    """A bundle, and what the parser made of it."""

    document: Document
    parsed: Parsed

    def schema(self, name: str) -> Document:
        """Give a schema of the bundle by its name."""
        schema: Document = self.document["components"]["schemas"][name]
        return schema

    def home(self, name: str) -> str:
        """Name the module that has the class of a schema."""
        module: str | None = self.schema(name).get("x-module")
        if module is None:
            raise SchemaError([f"{name}: a schema of openapi.yaml has no module: move it to a fragment"])
        return module


def kind(context: Context, prop: Any, schema: Document) -> Kind:
    """Find the type of a value.

    Args:
        context: The bundle and what the parser made of it.
        prop: The parser's property.
        schema: The schema that it was read from.

    Returns:
        The type.

    Raises:
        SchemaError: There is no rendering for such a type.
    """
    if isinstance(prop, UnionProperty):
        return _union_kind(context, prop, schema)
    if isinstance(prop, LiteralEnumProperty):
        name = str(prop.class_info.name)
        return Kind("scalar", name, name, context.home(name))
    if isinstance(prop, ModelProperty):
        return _model_kind(context, prop)
    if isinstance(prop, ListProperty):
        return _list_kind(context, prop, schema)
    if isinstance(prop, AnyProperty):
        return ANY
    return Kind("scalar", _scalar(prop))


def nullable(prop: Any) -> bool:
    """Tell whether a value may be null.

    Args:
        prop: The parser's property.

    Returns:
        Whether it may.
    """
    return isinstance(prop, UnionProperty) and any(isinstance(p, NoneProperty) for p in prop.inner_properties)


def _scalar(prop: Any) -> str:
    text = SCALARS.get(type(prop))
    if text is None:
        raise SchemaError([f"a {type(prop).__name__} has no rendering"])
    return text


def _list_kind(context: Context, prop: ListProperty, schema: Document) -> Kind:
    inner = kind(context, prop.inner_property, schema.get("items", {}))
    if inner.shape == "view":
        return Kind("views", inner.text, inner.name, inner.module)
    if inner.shape in ("views", "values"):
        raise SchemaError(["a list of lists has no rendering"])
    return Kind("values", inner.text, inner.name, inner.module)


def _model_kind(context: Context, prop: ModelProperty) -> Kind:
    name = str(prop.class_info.name)
    # A model met inside another is a copy that may not be complete: the schema says whether it has members.
    if name in context.document["components"]["schemas"] and context.schema(name).get("properties"):
        return Kind("view", name, name, context.home(name))
    values = context.parsed.models[name].additional_properties
    return Kind("map", f"dict[str, {SCALARS.get(type(values), 'Any')}]")


def _union_kind(context: Context, prop: UnionProperty, schema: Document) -> Kind:
    inner = [p for p in prop.inner_properties if not isinstance(p, NoneProperty)]
    variants = [s for s in schema.get("anyOf") or schema.get("oneOf") or [] if s.get("type") != "null"]
    if len(inner) == 1:
        return kind(context, inner[0], variants[0] if variants else schema)
    if any(isinstance(p, (AnyProperty, ModelProperty, ListProperty, UnionProperty)) for p in inner):
        return ANY  # objects cannot be told apart: the value is handed through as it is
    # An enumeration is open, so that beside another type it says no more than that there may be a text.
    texts = {"str" if isinstance(p, LiteralEnumProperty) else _scalar(p) for p in inner}
    return Kind("scalar", " | ".join(sorted(texts)))
