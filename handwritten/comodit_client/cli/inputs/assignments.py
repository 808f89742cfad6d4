"""The option --set: members of a document on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NoReturn

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.sources import checked

#: A part of the path of a member: a name, in which a backslash makes dots and brackets ordinary, or an index.
PART = re.compile(r"(?:^|(?<=.)\.)(?P<name>(?:\\.|[^.\[\]\\])+)|\[(?P<index>[0-9]{1,6})\]")


def assigned(document: Any, assignments: Sequence[str]) -> Any:
    """Set members of a document.

    Args:
        document: The JSON object or array; it is changed.
        assignments: The assignments, such as `description=text`, `driver.className=x` or `settings[0].value=80`.

    Returns:
        The document.

    Raises:
        Failure: An assignment is not valid, or the document has no such place.
    """
    for assignment in assignments:
        path, equals, value = checked(assignment, "--set").partition("=")
        parts = _parts(path)
        if not equals or not parts:
            raise Failure(f"Cannot use --set {assignment!r}: write it as NAME=VALUE.", USAGE)
        place = document
        for part, following in pairwise(parts):
            place = _entered(place, part, {} if isinstance(following, str) else [], path)
        _store(place, parts[-1], _value(value), path)
    return document


def _parts(path: str) -> list[str | int]:
    parts: list[str | int] = []
    position = 0
    while position < len(path):
        found = PART.match(path, position)
        if found is None:
            return []
        name = found["name"]
        parts.append(int(found["index"]) if name is None else re.sub(r"\\(.)", r"\1", name))
        position = found.end()
    return parts


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return text


def _entered(place: Any, part: str | int, new: Any, path: str) -> Any:
    """Return a member that is an object or an array; create it if there is none."""
    _check(place, part, path)
    if isinstance(part, str):
        if place.get(part) is None:
            place[part] = new
    elif part == len(place):
        place.append(new)
    return place[part]


def _store(place: Any, part: str | int, value: Any, path: str) -> None:
    _check(place, part, path)
    if isinstance(part, int) and part == len(place):
        place.append(value)
    else:
        place[part] = value


def _check(place: Any, part: str | int, path: str) -> None:
    if not isinstance(place, dict if isinstance(part, str) else list):
        kind = "an object" if isinstance(part, str) else "an array"
        raise Failure(f"Cannot set {path}: {part!r} is not in {kind}. Check the document with `show -o json`.", USAGE)
    if isinstance(part, int) and part > len(place):
        raise Failure(f"Cannot set {path}: the array has {len(place)} items. Use [{len(place)}] to append one.", USAGE)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
