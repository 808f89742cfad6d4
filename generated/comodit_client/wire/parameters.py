# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.parameters import (
        ParameterDict,
        ParameterListDict,
        ParameterListMembers,
        ParameterMembers,
        ParameterSchemaDict,
        ParameterSchemaMembers,
    )
    from comodit_client.wire.iterables import Values

#: JSON type of the value.
ParameterType: TypeAlias = Literal["string", "integer", "number", "boolean", "array", "object"]


class ParameterList(View):
    """A list response: one page of Parameter objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ParameterListDict | None = None, **members: Unpack[ParameterListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Parameter)

    @items.setter
    def items(self, value: Iterable[Parameter | ParameterDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Parameter(View):
    """A setting that an application, platform, distribution or flavor expects, with its default value."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "description": "description",
        "value": "value",
        "schema": "schema",
        "uuid": "uuid",
        "version": "version",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "description": "description",
        "value": "value",
        "schema": "schema",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ParameterDict | None = None, **members: Unpack[ParameterMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Display name, unique in its owner."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def key(self) -> str | None:
        """Key of the setting. It is also the variable in templates and the trigger of handlers."""
        return self._data.get("key")

    @key.setter
    def key(self, value: str | None) -> None:
        self._data["key"] = value

    @key.deleter
    def key(self) -> None:
        self._data.pop("key", None)

    @property
    def description(self) -> str | None:
        """Description of the parameter."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def value(self) -> Any:
        """Default value, any JSON value; null or absent if none is set."""
        return self._data.get("value")

    @value.setter
    def value(self, value: Any) -> None:
        self._data["value"] = unwrapped(value)

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def schema(self) -> ParameterSchema:
        """Schema of the setting's value."""
        return self._nested("schema", ParameterSchema)

    @schema.setter
    def schema(self, value: ParameterSchema | ParameterSchemaDict | None) -> None:
        self._set_nested("schema", value)

    @schema.deleter
    def schema(self) -> None:
        self._data.pop("schema", None)

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")


class ParameterSchema(View):
    """Schema of the values of a parameter, an array element or an object member."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "schema_type",
        "items": "items",
        "properties": "properties",
        "enum": "enum",
        "default": "default",
        "required": "required",
        "secret": "secret",
        "password": "password",
        "advanced": "advanced",
        "pattern": "pattern",
        "pretty": "pretty",
        "description": "description",
        "index": "index",
        "multiline": "multiline",
        "final": "final",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "items": "items",
        "properties": "properties",
        "enum": "enum",
        "default": "default",
        "required": "required",
        "secret": "secret",
        "password": "password",
        "advanced": "advanced",
        "pattern": "pattern",
        "pretty": "pretty",
        "description": "description",
        "index": "index",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ParameterSchemaDict | None = None, **members: Unpack[ParameterSchemaMembers]
        ) -> None: ...

    @property
    def schema_type(self) -> ParameterType | str | None:
        """JSON type of the value."""
        return self._data.get("type")

    @schema_type.setter
    def schema_type(self, value: ParameterType | str | None) -> None:
        self._data["type"] = value

    @schema_type.deleter
    def schema_type(self) -> None:
        self._data.pop("type", None)

    @property
    def items(self) -> ParameterSchema:
        """Schema of the elements of an array."""
        return self._nested("items", ParameterSchema)

    @items.setter
    def items(self, value: ParameterSchema | ParameterSchemaDict | None) -> None:
        self._set_nested("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)

    @property
    def properties(self) -> dict[str, Any] | None:
        """Schemas of the members of an object, by their names."""
        return self._data.get("properties")

    @properties.setter
    def properties(self, value: dict[str, Any] | None) -> None:
        self._data["properties"] = unwrapped(value)

    @properties.deleter
    def properties(self) -> None:
        self._data.pop("properties", None)

    @property
    def enum(self) -> BoundList[str]:
        """Allowed values."""
        return self._values("enum")

    @enum.setter
    def enum(self, value: Values[str] | None) -> None:
        self._set_values("enum", value)

    @enum.deleter
    def enum(self) -> None:
        self._data.pop("enum", None)

    @property
    def default(self) -> Any:
        """Default value, any JSON value."""
        return self._data.get("default")

    @default.setter
    def default(self, value: Any) -> None:
        self._data["default"] = unwrapped(value)

    @default.deleter
    def default(self) -> None:
        self._data.pop("default", None)

    @property
    def required(self) -> bool | None:
        """Whether a value is required."""
        return self._data.get("required")

    @required.setter
    def required(self, value: bool | None) -> None:
        self._data["required"] = value

    @required.deleter
    def required(self) -> None:
        self._data.pop("required", None)

    @property
    def secret(self) -> bool | None:
        """Whether the value is secret."""
        return self._data.get("secret")

    @secret.setter
    def secret(self, value: bool | None) -> None:
        self._data["secret"] = value

    @secret.deleter
    def secret(self) -> None:
        self._data.pop("secret", None)

    @property
    def password(self) -> bool | None:
        """Whether the value is a password; presumably an older name of secret."""
        return self._data.get("password")

    @password.setter
    def password(self, value: bool | None) -> None:
        self._data["password"] = value

    @password.deleter
    def password(self) -> None:
        self._data.pop("password", None)

    @property
    def advanced(self) -> bool | None:
        """Whether a user interface should only show it to experts."""
        return self._data.get("advanced")

    @advanced.setter
    def advanced(self, value: bool | None) -> None:
        self._data["advanced"] = value

    @advanced.deleter
    def advanced(self) -> None:
        self._data.pop("advanced", None)

    @property
    def pattern(self) -> str | None:
        """Regular expression that the value must match."""
        return self._data.get("pattern")

    @pattern.setter
    def pattern(self, value: str | None) -> None:
        self._data["pattern"] = value

    @pattern.deleter
    def pattern(self) -> None:
        self._data.pop("pattern", None)

    @property
    def pretty(self) -> str | None:
        """Display name of an object member."""
        return self._data.get("pretty")

    @pretty.setter
    def pretty(self, value: str | None) -> None:
        self._data["pretty"] = value

    @pretty.deleter
    def pretty(self) -> None:
        self._data.pop("pretty", None)

    @property
    def description(self) -> str | None:
        """Description of the value."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def index(self) -> bool | None:
        """Whether the member identifies its element in an array."""
        return self._data.get("index")

    @index.setter
    def index(self, value: bool | None) -> None:
        self._data["index"] = value

    @index.deleter
    def index(self) -> None:
        self._data.pop("index", None)

    @property
    def multiline(self) -> bool | None:
        """Whether the value is multi-line text."""
        return self._data.get("multiline")

    @property
    def final(self) -> bool | None:
        """Whether the value is final."""
        return self._data.get("final")
