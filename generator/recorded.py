"""Adds recorded examples of requests and responses to a bundle: the files of schema/examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.bundle import misnamed, operations
from generator.errors import SchemaError
from generator.examples import WITHOUT_EXAMPLE
from generator.fragments import Document
from generator.grammar import RECORDED
from generator.places import Bundle, Place
from generator.strict_yaml import read
from generator.violations import findings

WORDS = {"request": "request body", "response": "response with content"}


def add_recorded(document: Bundle, folder: Path) -> None:
    """Add the recorded examples.

    Args:
        document: The bundle.
        folder: The folder with a file for each fragment that has recorded examples. It need not exist.

    Raises:
        SchemaError: A file or an entry cannot be used.
    """
    found = [f"{folder.name}/{finding}" for finding in misnamed(folder)] if folder.exists() else []
    described: dict[str, Place] = {
        operation["operationId"]: ("paths", path, method) for path, method, operation in operations(document)
    }
    for file in sorted(folder.glob("*.yaml")):
        name = f"{folder.name}/{file.name}"
        try:
            content = read(file)
        except SchemaError as error:
            found += [f"{folder.name}/{finding}" for finding in error.findings]
            continue
        wrong = findings(name, content, RECORDED)
        found += wrong
        for identity, bodies in content.items() if not wrong else ():
            found += [f"{name}: {identity}{text}" for text in _add(document, file, identity, bodies, described)]
    if found:
        raise SchemaError(found)


def _add(document: Bundle, file: Path, identity: str, bodies: dict[str, Any], described: dict[str, Place]) -> list[str]:
    if identity not in described:
        return [": no operation has this operationId: correct it, or remove the entry"]
    _, path, method = where = described[identity]
    home, _ = document.origins[where]
    if home != file.name:
        return [f": {home} describes the operation: move the entry to {file.parent.name}/{home}"]
    found: list[str] = []
    for part, value in bodies.items():
        target = _target(document["paths"][path][method], part)
        if target is None:
            found.append(f" > {part}: the operation has no {WORDS[part]} of its own: remove the example")
        else:
            inner, media = target
            media["example"] = value
            document.origins[*where, *inner, "example"] = f"{file.parent.name}/{file.name}", (identity, part)
    return found


def _target(operation: Document, part: str) -> tuple[Place, Document] | None:
    """Return the path in an operation and the media type that an example belongs to; None if there is none."""
    if part == "request":
        bodies: dict[Place, Document] = {("requestBody",): operation.get("requestBody", {})}
    else:
        statuses = operation["responses"].items()
        bodies = {("responses", status): response for status, response in statuses if status.startswith("2")}
    for path, body in bodies.items():
        for name, media in body.get("content", {}).items():
            if name not in WITHOUT_EXAMPLE:
                return (*path, "content", name), media
    return None
