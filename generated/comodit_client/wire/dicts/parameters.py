# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.parameters import Parameter, ParameterSchema, ParameterType


class ParameterListDict(TypedDict, total=False):
    """The JSON object of `ParameterList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ParameterDict] | None


class ParameterListMembers(TypedDict, total=False):
    """The keywords of `ParameterList`."""

    items: Iterable[Parameter | ParameterDict] | None
    extra: Mapping[str, Any]


class ParameterDict(TypedDict, total=False):
    """The JSON object of `Parameter`. It may have other members too."""

    name: str
    key: str | None
    description: str | None
    value: Any
    schema: ParameterSchemaDict | None
    uuid: str | None
    version: int | None


class ParameterMembers(TypedDict, total=False):
    """The keywords of `Parameter`."""

    name: str
    key: str | None
    description: str | None
    value: Any
    schema: ParameterSchema | ParameterSchemaDict | None
    extra: Mapping[str, Any]


class ParameterOptions(TypedDict, total=False):
    """The keywords to create `Parameter` with, besides the named arguments."""

    value: Any
    schema: ParameterSchema | ParameterSchemaDict | None
    extra: Mapping[str, Any]


class ParameterSchemaDict(TypedDict, total=False):
    """The JSON object of `ParameterSchema`. It may have other members too."""

    type: ParameterType | str | None
    items: ParameterSchemaDict | None
    properties: dict[str, Any] | None
    enum: list[str] | None
    default: Any
    required: bool | None
    secret: bool | None
    password: bool | None
    advanced: bool | None
    pattern: str | None
    pretty: str | None
    description: str | None
    index: bool | None
    multiline: bool | None
    final: bool | None


class ParameterSchemaMembers(TypedDict, total=False):
    """The keywords of `ParameterSchema`."""

    type: ParameterType | str | None
    items: ParameterSchema | ParameterSchemaDict | None
    properties: dict[str, Any] | None
    enum: Values[str] | None
    default: Any
    required: bool | None
    secret: bool | None
    password: bool | None
    advanced: bool | None
    pattern: str | None
    pretty: str | None
    description: str | None
    index: bool | None
    extra: Mapping[str, Any]
