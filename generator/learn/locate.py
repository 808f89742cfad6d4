"""Finds the part of the schema that describes a place in a response."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from generator.fragments import Document
from generator.places import Bundle, Place
from generator.runtime.drift import Drift

JSON = "application/json"
_TOKEN = re.compile(r"\.\{\}|\.([^.\[]+)|\[\]|\[('[^']*'|\"[^\"]*\")\]")
#: The token of the elements of a list, and that of the values of a map.
ELEMENTS, VALUES = "[]", "{}"


def tokens(place: str) -> list[str]:
    """Return the parts of a place such as `$.items[].state`: names of members, `[]` and `{}`.

    Args:
        place: The place in a response.
    """
    found = []
    for match in _TOKEN.finditer(place):
        quoted = match[2] and str(ast.literal_eval(match[2]))
        found.append(match[1] or quoted or match[0].removeprefix("."))
    return found


def response_key(responses: Document, status: int) -> str | None:
    """Return the key of the response that describes a status code; None if there is none.

    Args:
        responses: The responses of an operation.
        status: The status code.
    """
    similar = [key for key in responses if status < 300 and key.startswith("2")]
    keys = [str(status), f"{status // 100}XX", *(["default"] if status >= 400 else []), *similar]
    return next((key for key in keys if key in responses), None)


def response_path(document: Document, drift: Drift) -> Place | None:
    """Return the path of the response that a difference is about; None if it is not described.

    Args:
        document: The bundle.
        drift: The difference.
    """
    path: Place = ("paths", drift.path, drift.method.lower(), "responses")
    key = response_key(part(document, path) or {}, drift.status)
    return None if key is None else target(document, (*path, key))


def part(document: Document, path: Place) -> Any:
    """Return the part at a path; None if there is none.

    Args:
        document: The document.
        path: The path.
    """
    found: Any = document
    for key in path:
        try:
            found = found[key]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def target(document: Document, path: Place) -> Place:
    """Follow the references at a path.

    Args:
        document: The bundle.
        path: The path of a part, or of a reference to it.
    """
    found = part(document, path)
    while isinstance(found, dict) and "$ref" in found:
        path = tuple(found["$ref"].removeprefix("#/").split("/"))
        found = part(document, path)
    return path


def located(document: Document, drift: Drift, names: list[str]) -> list[Place]:
    """Return the paths of the schemas that may describe a place.

    Args:
        document: The bundle.
        drift: The difference, which gives the response.
        names: The parts of the place.

    Returns:
        The paths. There are several if the value is a union of objects.
    """
    response = response_path(document, drift)
    if response is None:
        return []
    media = part(document, (*response, "content")) or {}
    kind = next((one for one in media if "json" in one), JSON)
    return list(_located(document, (*response, "content", kind, "schema"), names))


def _located(document: Document, path: Place, names: list[str]) -> Iterator[Place]:
    if not names:
        if part(document, path) is not None:
            yield path
        return
    for option in variants(document, path):
        schema = part(document, option) or {}
        first, rest = names[0], names[1:]
        if first == ELEMENTS:
            yield from _located(document, (*option, "items"), rest)
        elif first in schema.get("properties", {}):
            yield from _located(document, (*option, "properties", first), rest)
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from _located(document, (*option, "additionalProperties"), rest)


def variants(document: Document, path: Place) -> list[Place]:
    """Return the paths of the schemas that a reference or a union stands for.

    Args:
        document: The bundle.
        path: The path of the schema.
    """
    path = target(document, path)
    schema = part(document, path) or {}
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return [one for index in range(len(schema[key])) for one in variants(document, (*path, key, index))]
    return [path]


def origin(document: Bundle, path: Place) -> tuple[str, Place]:
    """Return the file that defines a part, and the path of the part in it.

    Args:
        document: The bundle.
        path: The path of the part in the bundle.
    """
    for length in range(len(path), 0, -1):
        if path[:length] in document.origins:
            file, start = document.origins[path[:length]]
            return file, (*start, *path[length:])
    return "openapi.yaml", path
