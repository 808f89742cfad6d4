"""The parts of an OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from generator.places import Place

SCHEMAS = ("components", "schemas")
#: Those of OpenAPI, which are more than the schema of this project may have.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@frozen(eq=False)
class Part:
    """A part of a document, which knows its place.

    Args:
        root: The document.
        value: The value of the part.
        path: The keys and indexes that lead to it.
    """

    root: dict[str, Any] = field(repr=False)
    value: Any
    path: Place = ()

    def get(self, key: str) -> Part | None:
        """Return the part below a key, or None if there is none."""
        if isinstance(self.value, dict) and key in self.value:
            return Part(self.root, self.value[key], (*self.path, key))
        return None

    def flag(self, key: str) -> bool:
        """Return whether the value of a key is true."""
        return isinstance(self.value, dict) and self.value.get(key) is True

    def under(self, *keys: str) -> dict[str, Part]:
        """Return the parts of the mapping that keys lead to, by their names."""
        part: Part | None = self
        for key in keys:
            part = part and part.get(key)
        if part is None or not isinstance(part.value, dict):
            return {}
        return {name: Part(part.root, value, (*part.path, name)) for name, value in part.value.items()}

    def entries(self, key: str) -> list[Part]:
        """Return the parts of the list below a key."""
        part = self.get(key)
        if part is None or not isinstance(part.value, list):
            return []
        return [Part(part.root, value, (*part.path, index)) for index, value in enumerate(part.value)]

    def target(self) -> Part:
        """Return the part that a reference leads to, or this part if it is none, or leads out of the document."""
        part, seen = self, {self.path}
        while (ref := part.ref()) is not None:
            found = part.at(ref)
            if found is None or found.path in seen:
                return part
            seen.add(found.path)
            part = found
        return part

    def ref(self) -> str | None:
        """Return the reference that this part consists of, or None."""
        ref = self.value.get("$ref") if isinstance(self.value, dict) else None
        return ref if isinstance(ref, str) else None

    def at(self, pointer: str) -> Part | None:
        """Return the part that a pointer such as `#/components/schemas/Host` leads to."""
        if not pointer.startswith("#/"):
            return None
        value: Any = self.root
        path: Place = ()
        for escaped in pointer[2:].split("/"):
            name = escaped.replace("~1", "/").replace("~0", "~")
            key: str | int = name
            if isinstance(value, list) and name.isdecimal() and int(name) < len(value):
                key = int(name)
            elif not isinstance(value, dict) or name not in value:
                return None
            value, path = value[key], (*path, key)  # pyright: ignore[reportCallIssue, reportArgumentType]
        return Part(self.root, value, path)

    def schema_name(self) -> str | None:
        """Return the name of the schema that this part refers to, or None."""
        ref = self.ref()
        prefix = "#/components/schemas/"
        return ref.removeprefix(prefix) if ref is not None and ref.startswith(prefix) else None


def operations(document: Part) -> Iterator[tuple[str, str, Part]]:
    """Iterate over the operations of a document.

    Args:
        document: The document.

    Yields:
        The path, the method and the operation.
    """
    for path, item in document.under("paths").items():
        for method, operation in item.target().under().items():
            if method in METHODS and isinstance(operation.value, dict):
                yield path, method, operation


def named(part: Part) -> str:
    """Return the place of a part as readers know it, as in `Flavor.uuid` or `flavors.get.response.200`.

    Args:
        part: The part.
    """
    path = part.path
    if path[:2] == SCHEMAS and len(path) > 2:
        return str(path[2]) + _rest(part, 3)
    if path[:1] == ("components",) and len(path) > 2:
        return f"{path[1]}.{path[2]}" + _rest(part, 3)
    if path[:1] == ("paths",) and len(path) > 2:
        operation = part.root["paths"][path[1]].get(path[2])
        identity = operation.get("operationId") if isinstance(operation, dict) else None
        return (identity or f"{str(path[2]).upper()} {path[1]}") + _rest(part, 3)
    return ".".join(map(str, path))


_SILENT = {"schema", "content", "application/json", "properties", "allOf", "parameters", "enum"}
_SHORT = {"requestBody": ".request", "responses": ".response", "items": "[]", "additionalProperties": "{}"}
_NAMING = {"properties", "responses", "content", "headers", "patternProperties"}


def _rest(part: Part, start: int) -> str:
    value: Any = part.root
    text, free = "", False
    for index, key in enumerate(part.path):
        value = value[key]
        if index < start:
            continue
        if free or not (key in _SILENT or key in _SHORT):
            text += _step(part.path[index - 1], key, value)
            free = False
        else:
            text += _SHORT.get(str(key), "")
            free = key in _NAMING and key != "content"
    return text


def _step(above: str | int, key: str | int, value: Any) -> str:
    if above == "parameters" and isinstance(value, dict):
        return f".{value.get('name') or str(value.get('$ref', key)).rpartition('/')[2]}"
    if above == "enum":
        return f".{value}"
    return "" if above == "allOf" else f".{key}"
