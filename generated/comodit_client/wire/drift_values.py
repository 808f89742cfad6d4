# Made by `python -m generator` from generator/runtime/drift_values.py.
# Do not edit: change that, then run `make generate`.
"""The types of JSON values and of schemas, as a report of differences names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

#: The form of values of enumerations. Other values may be data, which a report does not quote.
VALUE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")
#: The form of names of members. Other keys are probably chosen by a user.
MEMBER = re.compile(r"[A-Za-z_@$][A-Za-z0-9_@$-]{0,63}")
TYPES: Final[dict[type[object], str]] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
}


class Absent:
    """The type of `ABSENT`."""

    def __repr__(self) -> str:
        return "ABSENT"


#: Stands for a value that a response does not have. None is the JSON value null.
ABSENT: Final = Absent()


def type_of(value: Any) -> str:
    """Return the type of a JSON value; for a list, also the types of its elements.

    Args:
        value: The value; `ABSENT` has no type.
    """
    if isinstance(value, list) and value:
        return f"array of {either(sorted({_simple(item) for item in value}))}"
    return "" if value is ABSENT else _simple(value)


def is_a(value: Any, kinds: Sequence[str]) -> bool:
    """Return whether a value has one of the types. An integer is also a number.

    Args:
        value: The value.
        kinds: The types; none means any.
    """
    kind = _simple(value)
    return not kinds or kind in kinds or (kind == "integer" and "number" in kinds)


def types_of(schema: Mapping[str, Any]) -> list[str]:
    """Return the types that a schema allows; none if it allows all.

    Args:
        schema: The schema, without a reference.
    """
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def either(names: Iterable[str]) -> str:
    """Join alternatives.

    Args:
        names: The alternatives; repeated ones count once.
    """
    return " or ".join(dict.fromkeys(names))


def is_listed(value: Any, allowed: Sequence[Any]) -> bool:
    """Return whether an enumeration has a value; 1 and true are different.

    Args:
        value: The value.
        allowed: The values of the enumeration.
    """
    return any(type(value) is type(one) and value == one for one in allowed)


def quoted(value: Any, allowed: Sequence[Any]) -> str:
    """Return an unknown value of an enumeration if it has the form of the known ones, else its type.

    Args:
        value: The value.
        allowed: The values of the enumeration.
    """
    if not isinstance(value, str) or not VALUE.fullmatch(value):
        return type_of(value)
    known = [_kinds_of_characters(one) for one in allowed if isinstance(one, str)]
    return value if _kinds_of_characters(value) <= {"_", "-"}.union(*known) else type_of(value)


def member(place: str, name: str, known: bool) -> str:
    """Return the place of a member.

    Args:
        place: The place of the object.
        name: The member's name.
        known: Whether the schema has the member. The name of another one is only quoted if it has the form of one.
    """
    if MEMBER.fullmatch(name):
        return f"{place}.{name}"
    return f"{place}[{name!r}]" if known else f"{place}.{{}}"


def _kinds_of_characters(text: str) -> set[str]:
    return {"A" if one.isupper() else "a" if one.islower() else "0" if one.isdigit() else one for one in text}


def _simple(value: Any) -> str:
    return "null" if value is None else TYPES.get(type(value), "string")
