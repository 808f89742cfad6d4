"""Checks the members of a response that the library itself reads. Others may have any form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from comodit_client.wire.errors import InvalidDocument
from comodit_client.wire.request import Request

T = TypeVar("T")
#: Types that a value may have, the shapes of an object's members, or the shape of a list's items.
Shape: TypeAlias = "type | tuple[type, ...] | Mapping[str, Shape] | list[Shape]"
NAMES: dict[type, str] = {
    str: "a string",
    int: "an integer",
    bool: "a boolean",
    float: "a number",
    dict: "an object",
    list: "a list",
}

#: The depth of nested objects and lists up to which a response is read.
MAX_DEPTH = 100
NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def with_check(request: Request[T], check: Callable[[Any], str]) -> Request[T]:
    """Return a request whose response is checked before it is read.

    Args:
        request: The request.
        check: Takes the decoded response; returns what is wrong with it, or an empty string.
    """
    read = request.read

    def checked(value: Any) -> T:
        problem = check(value)
        if problem:
            raise InvalidDocument(request.operation, value, problem)
        return read(value)

    return request.with_read(checked)


def with_shape(request: Request[T], shape: Mapping[str, Shape]) -> Request[T]:
    """Return a request whose response must have a shape.

    Args:
        request: The request; its response is a JSON object.
        shape: The shapes of its members.
    """
    return with_check(request, lambda value: problem_of(value, shape))


def problem_of(value: Any, shape: Shape, place: str = "") -> str:
    """Return why a JSON value does not have a shape.

    Args:
        value: The value. A member that is absent or null has any shape (S15).
        shape: The shape.
        place: The value's place in the response, such as `tasks[0].status`.

    Returns:
        The reason; empty if the value has the shape.
    """
    if isinstance(shape, Mapping):
        if not isinstance(value, dict):
            return _unlike(value, dict, place)
        for name, inner in shape.items():
            item = value.get(name)
            if item is None or type(item) is inner:  # most members, and the fastest check
                continue
            problem = problem_of(item, inner, f"{place}.{name}" if place else name)
            if problem:
                return problem
        return ""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return _unlike(value, list, place)
        if _all_fit(value, shape[0]):
            return ""
        problems = (problem_of(item, shape[0], f"{place}[{number}]") for number, item in enumerate(value))
        return next(filter(None, problems), "")
    types = shape if isinstance(shape, tuple) else (shape,)
    fits = isinstance(value, types) and (not isinstance(value, bool) or bool in types)
    return "" if fits else _unlike(value, types[0], place)


def _all_fit(items: list[Any], shape: Shape) -> bool:
    """Return whether all items certainly have a shape. For long lists, this is much faster than a walk."""
    if not isinstance(shape, Mapping) or not set(map(type, items)) <= {dict}:
        return False
    return all(_member_fits(items, name, inner) for name, inner in shape.items())


def _member_fits(items: list[dict[str, Any]], name: str, shape: Shape) -> bool:
    if not isinstance(shape, (type, tuple)):
        return False
    try:
        found = set(map(type, map(itemgetter(name), items)))
    except KeyError:
        found = {type(item.get(name)) for item in items}
    return found <= {type(None), *(shape if isinstance(shape, tuple) else (shape,))}


def is_too_deep(value: Any) -> bool:
    """Return whether a JSON value is nested more deeply than Python can copy or write it.

    Args:
        value: The value.
    """
    level = [value]
    for _ in range(MAX_DEPTH):
        members = (outer.values() if isinstance(outer, dict) else outer for outer in level)
        level = [item for inner in members for item in inner if isinstance(item, (dict, list))]
        if not level:
            return False
    return True


def has_many_levels(content: bytes) -> bool:
    """Return whether a JSON text may be nested too deeply. It need not be, for strings may hold brackets, too.

    Args:
        content: The JSON text.
    """
    # Only brackets, pair by pair from the inside: this is much faster than a walk through a long list.
    brackets = content.translate(None, NO_BRACKETS)
    if len(brackets) <= 2 * MAX_DEPTH:
        return False
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if not brackets:
            return False
    return True


def _unlike(value: Any, wanted: type, place: str) -> str:
    found = "null" if value is None else NAMES.get(type(value), type(value).__name__)
    return f"{place or 'the response'} is not {NAMES[wanted]} but {found}"
