"""The base class of all generated views: it holds a JSON object, and reads, writes and prints it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, SupportsIndex, TypeVar

from generator.runtime.errors import InvalidDocument, UnusableFile, WrongType, escaped
from generator.runtime.lazy import BoundList, LazyDict, ViewList, json_values

if TYPE_CHECKING:
    from datetime import datetime

V = TypeVar("V", bound="View")

MASK = "********"
#: None, typed as Any: a member that the server always sends has no None in its type, but is absent in a new object.
NULL: Any = None


class View:
    """A typed view of a JSON object.

    The view holds the object itself, not a copy. Setting a member changes the object, unknown members are kept, and two
    views of one object stay in sync. Views are equal if they hold the same object.

    Args:
        json_data: The JSON object. Default: a new, empty one.
        members: Members to set in the object, by their names in snake case, such as `name="curl"`. `extra` is a
            mapping of members that are not in the schema, by their names in the JSON object.

    Raises:
        InvalidDocument: `json_data` is not a JSON object.
        WrongType: A keyword does not exist, or a value has the wrong type, such as a text for a list.
    """

    __slots__ = ("_data",)

    #: The member that identifies the object among its siblings; None if there is none.
    IDENTITY: ClassVar[str | None] = None
    #: The known members of the JSON object, each with the name of its property.
    MEMBERS: ClassVar[Mapping[str, str]] = {}
    #: The members whose values are masked.
    SECRETS: ClassVar[frozenset[str]] = frozenset()

    #: The keywords of the constructor, each with the member that it sets.
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    def __init__(self, json_data: dict[str, Any] | None = None, **members: Any) -> None:
        if type(json_data) is dict and not members:  # the fast path: a response may have thousands of objects
            self._data: dict[str, Any] = json_data
            return
        if json_data is None:
            json_data = {}
        elif not isinstance(json_data, dict):
            raise InvalidDocument(type(self).__name__, json_data)
        self._data = json_data
        if members:
            self._set_members(**members)

    def _set_members(self, *, extra: Mapping[str, Any] | None = None, **members: Any) -> None:
        from generator.runtime.keywords import extra_members, setters  # most views show a response

        kind, held = type(self), self._data
        others = {name: unwrapped(value) for name, value in extra_members(kind, extra).items()}
        found = setters(kind, members)
        self._data = {}  # the caller's object only changes if all values are valid
        for (member, setter), value in zip(found, members.values(), strict=True):
            if setter is None:
                self._set_views(member, value)
            else:
                setter(self, value)
        held.update(self._data | others)
        self._data = held

    @classmethod
    def from_json(cls, json_data: dict[str, Any]) -> Self:
        """Return a view of a JSON object of any static type, such as one that `get_json` returns.

        The constructor does the same. Its type only accepts objects whose members a type checker knows.

        Args:
            json_data: The JSON object. The view holds the object itself, not a copy.

        Returns:
            The view.

        Raises:
            InvalidDocument: `json_data` is not a JSON object.
        """
        return cls(json_data)

    def get_json(self) -> dict[str, Any]:
        """Return the JSON object itself, not a copy.

        Returns:
            The object that this view holds.
        """
        return self._data.current() if isinstance(self._data, LazyDict) else self._data

    def set_json(self, json_data: Mapping[str, Any]) -> None:
        """Replace the members of the JSON object. Existing views of it, and of objects in it, stay attached.

        Args:
            json_data: The new members; they are copied.

        Raises:
            InvalidDocument: `json_data` is not a JSON object.
        """
        if not isinstance(json_data, Mapping):
            raise InvalidDocument(type(self).__name__, json_data)
        _refill(self._data, deepcopy(dict(json_data)))

    def get_real_json(self, indent: int | None = 4) -> str:
        """Return the JSON object as text.

        Args:
            indent: Spaces per level; None puts everything on one line.

        Returns:
            JSON text in ASCII, with the members in their order and without a final newline.
        """
        return json.dumps(self.get_json(), indent=indent)

    def print_json(self, indent: int | None = 4) -> None:
        """Print the JSON object on standard output, secrets included.

        Args:
            indent: Spaces per level; None prints one line.
        """
        print(self.get_real_json(indent))

    def dump_json(self, output_file: str | os.PathLike[str], indent: int | None = 4) -> None:
        """Write the JSON object to a file. The file is replaced atomically: on an error it stays unchanged.

        A symbolic link stays, and its target is written. A pipe or a device is written into.

        Args:
            output_file: The file's path.
            indent: Spaces per level; None writes one line.

        Raises:
            UnusableFile: The file cannot be written.
        """
        from generator.runtime.writing import written  # most scripts write no file

        content = self.get_real_json(indent).encode("ascii")
        with written(output_file) as file:
            file.write(content)

    def load_json(self, input_file: str | os.PathLike[str]) -> None:
        """Replace the members of the JSON object with those in a file.

        Args:
            input_file: The file's path.

        Raises:
            InvalidDocument: The file does not hold a JSON object.
            UnusableFile: The file cannot be read.
        """
        try:
            content = Path(input_file).read_bytes()
        except (OSError, ValueError, TypeError) as error:  # a path with a null byte is a ValueError
            reason = getattr(error, "strerror", None) or error
            raise UnusableFile(f"Cannot read {str(input_file)!r}: {reason}. Check the path.") from error
        try:
            document = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise InvalidDocument(
                type(self).__name__, content, f"Cannot load {input_file}: it does not hold JSON"
            ) from error
        self.set_json(document)

    def show(self, as_json: bool | int = False, indent: int = 0) -> None:
        """Print the members that are present, one a line, with secrets masked.

        Text is printed as it is, other values as JSON.

        Args:
            as_json: True prints the JSON object instead, secrets included. A number is used as `indent`, which is the
                first argument for objects without a URL of their own.
            indent: Number of spaces before each line.
        """
        if as_json is True:
            self.print_json()
            return
        for line in self.show_lines(indent or int(as_json)):
            print(escaped(line))

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: Number of spaces before each line.
        """
        lines: list[str] = []
        for member, name in self.MEMBERS.items():
            if member in self._data:
                label = name.removesuffix("_f").replace("_", " ").capitalize()
                lines += _shown(label, self._shown_value(member, name), indent)
        return lines

    def _shown_value(self, member: str, name: str) -> Any:
        if self._data[member] is None:  # its property would be an empty view
            return None
        # An object such as a header of a webhook says itself whether its value is secret.
        if member in self.SECRETS and not ("secret" in self.MEMBERS and self._data.get("secret") is False):
            return MASK
        return _masked(getattr(self, name), self.schema_of(member))

    def schema_of(self, member: str) -> Any:
        """Return the schema that the object itself holds for one of its members.

        Args:
            member: The member's name in the JSON object.
        """
        # A setting or parameter holds the schema of its value; a default is part of the schema itself.
        if member == "value":
            return self._data.get("schema")
        return self._data if member in ("default", "enum") else None

    def _nested(self, member: str, kind: Callable[..., V]) -> V:
        value = self._data.get(member)
        return kind(value if isinstance(value, dict) else LazyDict.of(self._data, member))

    def _views(self, member: str, kind: Callable[..., V]) -> ViewList[V, Any]:
        def wrap(value: Any) -> Any:
            # A value that is not a JSON object has no view and stays as it is.
            return kind(value) if isinstance(value, dict) else value

        bound: Any = BoundList(self._data, member, wrap, as_object)
        views: ViewList[V, Any] = bound
        return views

    def _values(self, member: str) -> BoundList[Any]:
        return BoundList(self._data, member, None, unwrapped)

    def _set_nested(self, member: str, value: object) -> None:
        self._data[member] = None if value is None else as_object(value, member)

    def _set_views(self, member: str, values: object) -> None:
        self._data[member] = None if values is None else json_values(values, member, as_object)

    def _set_values(self, member: str, values: object) -> None:
        self._data[member] = None if values is None else json_values(values, member, unwrapped)

    def _date(self, member: str) -> datetime | None:
        from generator.runtime.dates import read_date  # most scripts read no date

        return read_date(self, member)

    def _set_date(self, member: str, value: str | datetime | None) -> None:
        from generator.runtime.dates import date_text

        self._data[member] = date_text(value)

    def _same(self) -> Hashable:
        """Return a value that is the same for views that are equal."""
        return id(self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and (self is other or self._same() == other._same())

    def __hash__(self) -> int:
        return hash(self._same())

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        return super().__reduce_ex__(max(2, int(protocol)))  # older protocols know no slots

    def __repr__(self) -> str:
        if self.IDENTITY is None:
            return repr_of(self, members=("name", "host", "state", "status"))
        return repr_of(self, self._data.get(self.IDENTITY), members=("state", "status"))


def repr_of(view: View, *identity: object, members: Iterable[str] = ()) -> str:
    """Return a repr that consists of the identity of an object and some of its members.

    Args:
        view: The object.
        identity: What identifies it.
        members: The members to add if they are present, and not null.

    Returns:
        The text.
    """
    shown = {name: view.get_json().get(name) for name in members if name in view.MEMBERS}
    parts = [*map(repr, identity), *(f"{name}={value!r}" for name, value in shown.items() if value is not None)]
    return f"{type(view).__name__}({', '.join(parts)})"


def as_object(value: object, member: str) -> Any:
    """Return the JSON object of a view, or the object itself.

    Args:
        value: A view or a JSON object.
        member: The name of the member that it is for.

    Raises:
        WrongType: The value is neither.
    """
    if isinstance(value, View):
        return value.get_json()
    if isinstance(value, dict):
        return value
    if isinstance(value, Mapping):
        return dict(value)
    raise WrongType(
        f"Cannot write a value of type {type(value).__name__} to {member!r}: pass a JSON object (a dict), or its view"
    )


def unwrapped(value: Any, member: str = "") -> Any:
    """Return the JSON value of a view or of a list of views; any other value is returned as it is.

    Args:
        value: A view, a list that may hold views, or a JSON value.
        member: The name of the member that it is for.

    Returns:
        The JSON value.

    Raises:
        InvalidDocument: The value is nested too deeply, or contains itself.
    """
    try:
        return _unwrapped(value)
    except RecursionError:
        message = "Cannot write a value as JSON: it is nested too deeply, or contains itself"
        raise InvalidDocument("a JSON value", value, message) from None


def _unwrapped(value: Any) -> Any:
    if isinstance(value, View):
        return value.get_json()
    if isinstance(value, (list, tuple)):
        return [_unwrapped(item) for item in value]
    return value


def _refill(held: dict[str, Any], members: dict[str, Any]) -> None:
    before = dict(held)
    held.clear()
    for name, value in members.items():
        inner = before.get(name)
        if isinstance(inner, dict) and isinstance(value, dict):
            _refill(inner, value)
            value = inner
        held[name] = value


def _masked(value: Any, schema: Any) -> Any:
    """Mask the secret parts of a value: all of it, elements of a list, or members of an object."""
    if not isinstance(schema, dict):
        return value
    if schema.get("secret") or schema.get("password"):
        return MASK
    if isinstance(value, list):
        return [_masked(item, schema.get("items")) for item in value]
    members = schema.get("properties")
    if isinstance(value, dict) and isinstance(members, dict):
        return {key: _masked(item, members.get(key)) for key, item in value.items()}
    return value


def _shown(label: str, value: Any, indent: int) -> list[str]:
    blanks = " " * (indent + 1)
    if isinstance(value, View):
        return [f"{blanks}{label}:", *value.show_lines(indent + 2)]
    if isinstance(value, list) and any(isinstance(item, View) for item in value):
        lines = [f"{blanks}{label}:"]
        for item in value:
            lines += item.show_lines(indent + 2) if isinstance(item, View) else [f"{blanks}  {shown_text(item)}"]
        return lines
    return [f"{blanks}{label}: {shown_text(value)}"]


def shown_text(value: Any) -> str:
    """Return how `show` prints a value: text as it is, other values as JSON.

    Args:
        value: The value.

    Returns:
        The text.
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
