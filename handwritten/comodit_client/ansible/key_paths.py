"""What is known of the values of a key, and of the members and elements of these values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comodit_client.ansible.keys import Keys

#: The Python types of JSON values, by the type in a schema.
_TYPES: Mapping[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({int, float}),
    "boolean": frozenset({bool}),
    "array": frozenset({list}),
    "object": frozenset({dict}),
}
#: The step to each element of a list.
_ELEMENTS = "[]"


def types_at(keys: Keys, path: str) -> frozenset[type]:
    """Return the types of all values at a path.

    Args:
        keys: All keys.
        path: A key, with the steps to members and elements of its value, such as `users[].name`.

    Returns:
        The Python types; empty if the values are not all known. Without any value, those that the schemas declare.
    """
    key, steps = _split(keys, path)
    if key in keys.varying:
        return frozenset()
    found = [value for value in _values(keys.values.get(key, ()), steps) if value is not None]
    if found:
        return frozenset(map(type, found))
    declared = [_TYPES.get(str(schema.get("type"))) for schema in _schemas(keys.schemas.get(key, ()), steps)]
    return frozenset().union(*(one for one in declared if one)) if declared and all(declared) else frozenset()


def is_never_null(keys: Keys, path: str) -> bool:
    """Return whether all members or elements at a path have a value.

    Args:
        keys: All keys.
        path: The path of a member or an element, such as `users[].name` or `hosts[]`.

    Returns:
        False also if that is not known.
    """
    key, steps = _split(keys, path)
    if not steps or key in keys.varying:
        return False
    found = list(_values(keys.values.get(key, ()), steps))
    return None not in found and (bool(found) or steps[-1] == _ELEMENTS)


def _split(keys: Keys, path: str) -> tuple[str, list[str]]:
    """Return the longest key with which a path begins, and the steps after it."""
    ends = [*(found.start() for found in re.finditer(r"[.\[]", path)), len(path)]
    end = next((end for end in reversed(ends) if path[:end] in keys.values), len(path))
    return path[:end], re.findall(r"\[\]|[^.\[\]]+", path[end:])


def _values(values: Iterable[Any], steps: list[str]) -> Iterator[Any]:
    """Yield the values at the end of some steps; None for a member that is missing."""
    found = [value for value in values if value is not None]
    for step in steps:
        if step == _ELEMENTS:
            found = [item for value in found if isinstance(value, list) for item in value]
        else:
            found = [value.get(step) if isinstance(value, Mapping) else None for value in found]
    yield from found


def _schemas(schemas: Iterable[Any], steps: list[str]) -> Iterator[Mapping[str, Any]]:
    for schema in schemas:
        found = schema
        for step in steps:
            members = found.get("items" if step == _ELEMENTS else "properties") if isinstance(found, Mapping) else None
            found = members if step == _ELEMENTS else members.get(step) if isinstance(members, Mapping) else None
        yield found if isinstance(found, Mapping) else {}
