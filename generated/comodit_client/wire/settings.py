# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import (
        SettingDict,
        SettingListDict,
        SettingListMembers,
        SettingMembers,
        SettingsChangeDict,
        SettingsChangeMembers,
        SettingSchemaDict,
        SettingSchemaMembers,
    )
    from comodit_client.wire.parameters import ParameterSchema, ParameterType


class SettingList(View):
    """A list response: one page of Setting objects."""

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

        def __init__(self, json_data: SettingListDict | None = None, **members: Unpack[SettingListMembers]) -> None: ...

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
    def items(self) -> ViewList[Setting, Setting | SettingDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Setting)

    @items.setter
    def items(self, value: Iterable[Setting | SettingDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Setting(View):
    """A key with a value. With link, the value is that of another setting. With property, it is that of a property
    of the host's instance.
    """

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "key"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
        "link": "link",
        "property": "property_f",
        "schema": "schema",
        "version": "version",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
        "link": "link",
        "property": "property",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: SettingDict | None = None, **members: Unpack[SettingMembers]) -> None: ...

    @property
    def key(self) -> str:
        """Name of the variable; it must not begin with an underscore."""
        value: str = self._data.get("key", NULL)
        return value

    @key.setter
    def key(self, value: str) -> None:
        self._data["key"] = value

    @property
    def value(self) -> Any:
        """Value, any JSON value. In a link setting, it is used if the target is missing."""
        return self._data.get("value")

    @value.setter
    def value(self, value: Any) -> None:
        self._data["value"] = unwrapped(value)

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def link(self) -> str | None:
        """Path of the linked setting, e.g. organizations/O/settings/K; null or "" if there is none."""
        return self._data.get("link")

    @link.setter
    def link(self, value: str | None) -> None:
        self._data["link"] = value

    @link.deleter
    def link(self) -> None:
        self._data.pop("link", None)

    @property
    def property_f(self) -> str | None:
        """Key of the linked instance property; null or "" if there is none."""
        return self._data.get("property")

    @property_f.setter
    def property_f(self, value: str | None) -> None:
        self._data["property"] = value

    @property_f.deleter
    def property_f(self) -> None:
        self._data.pop("property", None)

    @property
    def schema(self) -> SettingSchema:
        """Schema of the setting's value; send it back unchanged on an update."""
        return self._nested("schema", SettingSchema)

    @property
    def version(self) -> int | None:
        """Revision counter, from 0; the server increments it on each change."""
        return self._data.get("version")


class SettingSchema(View):
    """Schema of a setting's value."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "schema_type",
        "secret": "secret",
        "final": "final",
        "multiline": "multiline",
        "items": "items",
        "properties": "properties",
        "required": "required",
        "default": "default",
        "enum": "enum",
        "pattern": "pattern",
        "advanced": "advanced",
        "password": "password",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: SettingSchemaDict | None = None, **members: Unpack[SettingSchemaMembers]
        ) -> None: ...

    @property
    def schema_type(self) -> ParameterType | str | None:
        """JSON type of the value."""
        return self._data.get("type")

    @property
    def secret(self) -> bool | None:
        """Whether the value is secret."""
        return self._data.get("secret")

    @property
    def final(self) -> bool | None:
        """Whether the value is final."""
        return self._data.get("final")

    @property
    def multiline(self) -> bool | None:
        """Whether the value is multi-line text."""
        return self._data.get("multiline")

    @property
    def items(self) -> ParameterSchema:
        """Schema of the elements of an array."""
        from comodit_client.wire.parameters import ParameterSchema

        return self._nested("items", ParameterSchema)

    @property
    def properties(self) -> dict[str, Any] | None:
        """Schemas of the members of an object, by their names."""
        return self._data.get("properties")

    @property
    def required(self) -> bool | None:
        """Whether a value is required."""
        return self._data.get("required")

    @property
    def default(self) -> Any:
        """Default value, any JSON value."""
        return self._data.get("default")

    @property
    def enum(self) -> BoundList[Any]:
        """Allowed values, each any JSON value."""
        return self._values("enum")

    @property
    def pattern(self) -> str | None:
        """Regular expression that the value must match."""
        return self._data.get("pattern")

    @property
    def advanced(self) -> bool | None:
        """Whether a user interface should only show the setting to experts."""
        return self._data.get("advanced")

    @property
    def password(self) -> bool | None:
        """Whether the value is a password; presumably an older name of secret."""
        return self._data.get("password")


class SettingsChange(View):
    """The complete settings of an owner."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "newOrUpdatedSettings"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "newOrUpdatedSettings": "new_or_updated_settings",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "new_or_updated_settings": "newOrUpdatedSettings",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: SettingsChangeDict | None = None, **members: Unpack[SettingsChangeMembers]
        ) -> None: ...

    @property
    def new_or_updated_settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings to create or update."""
        return self._views("newOrUpdatedSettings", Setting)

    @new_or_updated_settings.setter
    def new_or_updated_settings(self, value: Iterable[Setting | SettingDict] | None) -> None:
        self._set_views("newOrUpdatedSettings", value)
