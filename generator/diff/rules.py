"""Which differences of two schemas break callers, without their members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.shape import ALL_TYPES, Shape

REQUEST, RESPONSE = "request", "response"
Directions = frozenset[str]
BOTH: Directions = frozenset({REQUEST, RESPONSE})
#: A difference of the values that are valid: its kind, its description, whether it breaks callers.
Difference = tuple[str, str, bool]


def differences(old: Shape, new: Shape, directions: Directions) -> Iterator[Difference]:
    """Compare the values that two schemas allow.

    A caller sends requests and reads responses. So a request breaks if fewer values are valid, and the reader of a
    response breaks if more values are.

    Args:
        old: The old schema.
        new: The new schema.
        directions: Where the schema is used.

    Yields:
        The differences in type, null, format and limits.
    """
    yield from _types(old, new, directions)
    if old.format != new.format:
        breaking = REQUEST in directions if old.format is None else new.format is not None or RESPONSE in directions
        yield "format-changed", f"the format is {new.format or 'none'} instead of {old.format or 'none'}", breaking
    if (old.enum is None) != (new.enum is None):
        text = "any value is valid instead of a list" if new.enum is None else "only listed values are valid"
        yield "type-changed", text, (RESPONSE if new.enum is None else REQUEST) in directions
    yield from _limits(old, new, directions)
    if new.closed and not old.closed:
        yield "members-closed", "other members are not valid any longer", REQUEST in directions


def _types(old: Shape, new: Shape, directions: Directions) -> Iterator[Difference]:
    before, after = old.types - {"null"}, new.types - {"null"}
    if before != after:
        breaking = _breaks(before, after, directions)
        yield "type-changed", f"the type is {_named(after)} instead of {_named(before)}", breaking
    if ALL_TYPES not in (old.types, new.types) and ("null" in old.types) != ("null" in new.types):
        text = "the value may be null" if "null" in new.types else "the value may not be null any longer"
        yield "nullable-changed", text, (RESPONSE if "null" in new.types else REQUEST) in directions


def _breaks(before: frozenset[str], after: frozenset[str], directions: Directions) -> bool:
    fewer = REQUEST in directions and not before <= after
    more = RESPONSE in directions and not after <= before
    return fewer or more


def _named(types: frozenset[str]) -> str:
    if types >= ALL_TYPES - {"null"}:
        return "any"
    shown = types - {"integer"} if "number" in types else types
    return " or ".join(sorted(shown)) or "none"


def _limits(old: Shape, new: Shape, directions: Directions) -> Iterator[Difference]:
    for key in sorted(old.limits.keys() | new.limits.keys()):
        before, after = old.limits.get(key), new.limits.get(key)
        if before != after:
            text = f"{key} is {_limit(after)} instead of {_limit(before)}"
            breaking = REQUEST in directions and _is_tighter(key, before, after)
            yield f"{key}-changed", text, breaking


def _limit(value: Any) -> str:
    return "not set" if value is None else str(value)


def _is_tighter(key: str, before: Any, after: Any) -> bool:
    if after is None:
        return False
    if before is None or key == "pattern":
        return True
    return bool(after > before if key.startswith("min") else after < before)
