"""Finds the secret values of a request body, which no message may quote."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from comodit_client.wire.secret_names import SENSITIVE

#: Members that name an object, and members that may hold its secret value.
NAMES, VALUES = ("key", "name"), ("value", "default", "enum")


def secrets_in(value: Any, members: Collection[str] = ()) -> Iterator[str]:
    """Find the secret values in a JSON value.

    Args:
        value: The value.
        members: The names of members that are secret at any depth.

    Yields:
        The secret strings, and secret numbers as strings.
    """
    if isinstance(value, list):
        for item in value:
            yield from secrets_in(item, members)
    if not isinstance(value, dict):
        return
    hidden = any(SENSITIVE.search(str(value.get(name, ""))) for name in NAMES)
    for member, item in value.items():
        if member in members or (hidden and member in VALUES) or SENSITIVE.search(member):
            yield from _leaves(item)
            continue
        if member in VALUES:  # a default is a member of the schema
            yield from _by_schema(item, value.get("schema") if member == "value" else value)
        yield from secrets_in(item, members)


def _by_schema(value: Any, schema: Any) -> Iterator[str]:
    if not isinstance(schema, dict):
        return
    members = schema.get("properties")
    if schema.get("secret") or schema.get("password"):
        yield from _leaves(value)
    elif isinstance(value, list):
        for item in value:
            yield from _by_schema(item, schema.get("items"))
    elif isinstance(value, dict) and isinstance(members, dict):
        for name, item in value.items():
            yield from _by_schema(item, members.get(name))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _leaves(item)
    elif value not in (None, "") and not isinstance(value, bool):
        yield str(value)
