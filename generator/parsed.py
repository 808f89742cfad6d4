"""The parsed API in plain values, without any class of the parser."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

Category: TypeAlias = Literal[
    "bool", "int", "float", "str", "any", "null", "enum", "object", "list", "union", "unsupported"
]


@frozen
class ParsedType:
    """The type of a value.

    Args:
        category: The kind of type. Dates and UUIDs are `str`, as they are in JSON.
        name: The name of an enumeration or object; for an unsupported type, the parser's name of it.
        inner: The element of a list, or the variants of a union.
        is_datetime: True for text with `format: date-time`.
    """

    category: Category
    name: str = ""
    inner: tuple[ParsedType, ...] = ()
    is_datetime: bool = False

    @property
    def label(self) -> str:
        """The name of the type for messages."""
        return self.category if self.category != "unsupported" else self.name


@frozen
class ParsedField:
    """A member of an object, or a parameter of an operation.

    Args:
        name: The name on the wire.
        type: The type of its value.
        required: Whether it is always present.
    """

    name: str
    type: ParsedType
    required: bool


@frozen
class ParsedObject:
    """An object of the schema.

    Args:
        members: The members by their names.
        additional: The type of additional members; None if they are not allowed or may have any type.
    """

    members: dict[str, ParsedField]
    additional: ParsedType | None


@frozen
class ParsedEndpoint:
    """An operation of the API.

    Args:
        path_parameters: The parameters in the path.
        query: The parameters in the query.
        headers: The parameters in headers.
        cookies: The parameters in cookies.
        bodies: The types of the request body, one for each media type.
        responses: The types of the response body by their status codes.
    """

    path_parameters: tuple[ParsedField, ...]
    query: tuple[ParsedField, ...]
    headers: tuple[ParsedField, ...]
    cookies: tuple[ParsedField, ...]
    bodies: tuple[ParsedType, ...]
    responses: dict[str, ParsedType]


@frozen
class Parsed:
    """The result of parsing a bundle.

    Args:
        objects: The objects by their class names, unnamed ones included.
        enums: The values of each enumeration by its name. The parser does not keep their order.
        endpoints: The operations by their ids.
    """

    objects: dict[str, ParsedObject]
    enums: dict[str, frozenset[str]]
    endpoints: dict[str, ParsedEndpoint]
