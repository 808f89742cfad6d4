"""Converts names of the wire to Python names."""

from __future__ import annotations

import keyword
import re
from collections import Counter

from generator.fragments import Document

#: The names that generated code may have.
IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"
#: Arguments of the constructors of views and entities: a member of that name gets another keyword.
ARGUMENTS = frozenset({"self", "collection", "json_data", "extra"})


def snake_case(name: str) -> str:
    """Convert a name of the wire to snake case.

    Args:
        name: A name such as `newOrUpdatedSettings` or `X-Request-Id`.

    Returns:
        The name in snake case.
    """
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"\W+", "_", text).lower()


def member_name(wire: str, schema: Document) -> str:
    """Return the name of the property for a member.

    Args:
        wire: The member's name in the JSON object.
        schema: The member's schema. Its `x-python-name` takes precedence.

    Returns:
        The property's name.
    """
    return str(schema.get("x-python-name", snake_case(wire)))


def member_keywords(members: Document) -> dict[str, str]:
    """Return the keywords of the constructor: the names of the members in snake case, if possible.

    If such a name is ambiguous, or invalid in Python, the keyword is the name of the property.

    Args:
        members: The schemas of the members.

    Returns:
        The keywords by the names of the members.
    """
    found = {wire: snake_case(wire) for wire in members}
    uses = Counter(found.values())
    for wire, name in found.items():
        if uses[name] > 1 or not re.fullmatch(IDENTIFIER, name):
            found[wire] = member_name(wire, members[wire])
    return {wire: f"{name}_" if keyword.iskeyword(name) or name in ARGUMENTS else name for wire, name in found.items()}


def member_alias(schema: Document) -> str | None:
    """Return the second name of the property for a member.

    Args:
        schema: The member's schema.

    Returns:
        The name that old scripts use; None if it has only one.
    """
    return str(schema["x-python-alias"]) if "x-python-alias" in schema else None


def date_name(name: str, schema: Document) -> str:
    """Return the name of the property that reads a member as a datetime.

    Args:
        name: The name of the property that reads the text.
        schema: The member's schema. Its `x-python-datetime` takes precedence.

    Returns:
        The property's name.
    """
    return str(schema.get("x-python-datetime", f"{name}_at"))


def parameter_name(parameter: Document, http_header_prefix: str) -> str:
    """Return the name of the argument for a parameter.

    Args:
        parameter: The parameter. Its `x-python-name` takes precedence.
        http_header_prefix: The start of the service's own headers, in any case. It is left out.

    Returns:
        The argument's name.
    """
    name: str = parameter["name"]
    if parameter["in"] == "header" and name.lower().startswith(http_header_prefix.lower()):
        name = name[len(http_header_prefix) :]
    return str(parameter.get("x-python-name", snake_case(name)))
