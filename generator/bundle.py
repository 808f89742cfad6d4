"""Merges the fragments of schema/ into one OpenAPI document.

A fragment is a YAML file with a `tag`, `paths` and `components`. Parts that would repeat in every fragment are added
here: the tag of an operation, its path parameters, the error response and the members of a list. The paths of resources
that exist below several owners are repeated for each of them (`x-mounts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SchemaError
from generator.fragments import Document, Fragment, read, read_fragment

METHODS = ("get", "put", "post", "delete", "patch", "head")


def load(folder: Path) -> Document:
    """Read the fragments of a folder and merge them.

    Args:
        folder: The folder that holds `openapi.yaml` and the fragments.

    Returns:
        The OpenAPI document. Each schema has an `x-module`, the fragment that defines it.

    Raises:
        SchemaError: A fragment cannot be merged. All problems are listed.
    """
    document = _front(folder / "openapi.yaml")
    findings: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "openapi.yaml":
            try:
                findings += _merge(document, read_fragment(file))
            except SchemaError as error:
                findings += error.findings
    findings += _complete(document)
    if findings:
        raise SchemaError(findings)
    return document


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Iterate over the operations of a document.

    Args:
        document: The OpenAPI document.

    Yields:
        The path, the method and the operation, in the document's order.
    """
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def resolved(document: Document, item: Document) -> Document:
    """Follow a reference.

    Args:
        document: The OpenAPI document.
        item: A part of the document, or a `$ref` to one of its components.

    Returns:
        The part itself, or the component.
    """
    if "$ref" not in item:
        return item
    _, _, group, name = item["$ref"].split("/")
    target: Document = document["components"][group][name]
    return target


def schema_place(document: Document, name: str) -> str:
    """Return the place of a schema for messages.

    Args:
        document: The OpenAPI document.
        name: The schema's name.

    Returns:
        The file and the name.
    """
    return f"{document['components']['schemas'][name].get('x-module', 'openapi')}.yaml: {name}"


def operation_place(path: str, method: str, operation: Document) -> str:
    """Return the place of an operation for messages.

    Args:
        path: The operation's path.
        method: The operation's method.
        operation: The operation.

    Returns:
        The operation's id, its method and its path.
    """
    return f"{operation['operationId']} ({method.upper()} {path})"


def dump(document: Document) -> str:
    """Return a document as YAML, with the members in their order.

    Args:
        document: The OpenAPI document.

    Returns:
        The YAML text.
    """
    return yaml.dump(document, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120)


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # YAML anchors would show which parts the merge shares


def _front(file: Path) -> Document:
    document = read(file)
    lost = sorted(document.keys() & {"paths", "tags"})
    if lost:
        raise SchemaError([f"{file.name}: {part} cannot be used here: move them to a fragment" for part in lost])
    components = document.setdefault("components", {})
    components.setdefault("schemas", {})
    components.setdefault("parameters", {})
    return document | {"tags": [], "paths": {}}


def _merge(document: Document, fragment: Fragment) -> list[str]:
    findings: list[str] = []
    file = f"{fragment.module}.yaml"
    if fragment.tag is not None:
        if _has_tag(document, fragment.tag["name"]):
            findings.append(f"{file}: the tag {fragment.tag['name']} is already defined: rename one of the two")
        document["tags"].append(fragment.tag)
        findings += _add_paths(document, fragment.paths, fragment.tag["name"], file)
    for mount in fragment.mounts:
        if not _has_tag(document, mount["tag"]):
            family = mount["tag"].rsplit("_", 1)[-1]
            document["tags"].append({"name": mount["tag"], "description": f"The {family} of {mount['of']}."})
        findings += _add_paths(document, _mounted(fragment.paths, mount), mount["tag"], file)
    for name, schema in fragment.schemas.items():
        if name in document["components"]["schemas"]:
            findings.append(f"{file}: the schema {name} is already defined: rename one of the two")
        document["components"]["schemas"][name] = _list_of(schema) | {"x-module": fragment.module}
    return findings


def _has_tag(document: Document, name: str) -> bool:
    return any(tag["name"] == name for tag in document["tags"])


def _mounted(paths: Document, mount: Document) -> Document:
    texts = {"{tag}": mount["tag"], "{of}": mount["of"]}

    def fill(value: Any) -> Any:
        if isinstance(value, str):
            for place, text in texts.items():
                value = value.replace(place, text)
            return value
        if isinstance(value, dict):
            return {key: fill(item) for key, item in value.items()}
        return [fill(item) for item in value] if isinstance(value, list) else value

    out = {path.replace("{owner}", mount["owner"]): fill(item) for path, item in paths.items()}
    for item in out.values():
        for method in METHODS:
            if method in item:
                sources = [*mount.get("source", []), *item[method].get("x-source", [])]
                item[method]["x-source"] = list(dict.fromkeys(sources))
    return out


def _add_paths(document: Document, paths: Document, tag: str, file: str) -> list[str]:
    findings: list[str] = []
    for path, item in paths.items():
        target = document["paths"].setdefault(path, {})
        for method, operation in item.items():
            place = f"{file}: {method.upper()} {path}"
            if method not in METHODS:
                findings.append(
                    f"{file}: {path} has {method!r}, which is not a method: use one of {', '.join(METHODS)}"
                )
            elif not isinstance(operation, dict):
                findings.append(f"{place} is empty: describe the operation")
            elif "tags" in operation:
                findings.append(f"{place} has tags: remove them, the fragment's tag is used")
            elif method in target:
                findings.append(f"{place} is already described: remove one of the two")
            else:
                target[method] = {"tags": [tag], **operation}
    return findings


def _list_of(schema: Document) -> Document:
    kind = schema.get("x-list-of")
    if kind is None:
        return schema
    return {
        "type": "object",
        "description": f"A list response: one page of {kind} objects.",
        "properties": {
            "count": {"type": ["integer", "string"], "readOnly": True, "description": "Number of items on this page."},
            "offset": {
                "type": "integer",
                "readOnly": True,
                "description": "Position of the first item among all items.",
            },
            "total": {"type": "integer", "readOnly": True, "description": "Number of items on all pages."},
            "items": {
                "type": "array",
                "description": "The items; may be absent if there are none.",
                "items": {"$ref": f"#/components/schemas/{kind}"},
            },
        },
        "x-source": ["S2"],
    }


def _complete(document: Document) -> list[str]:
    findings: list[str] = []
    known = {name for name, parameter in document["components"]["parameters"].items() if parameter.get("in") == "path"}
    identities: dict[str, str] = {}
    shapes: dict[tuple[str, str], str] = {}
    for path, method, operation in operations(document):
        place = f"{method.upper()} {path}"
        names = re.findall(r"{([^}]*)}", path)
        findings += [
            f"{place}: openapi.yaml has no path parameter {name!r}: add it there" for name in names if name not in known
        ]
        references = [{"$ref": f"#/components/parameters/{name}"} for name in names]
        if references or "parameters" in operation:
            operation["parameters"] = references + operation.get("parameters", [])
        operation.setdefault("responses", {}).setdefault("default", {"$ref": "#/components/responses/Failure"})
        findings += _identity_findings(place, operation.get("operationId"), operation["tags"][0], identities)
        other = shapes.setdefault((method, re.sub(r"{[^}]*}", "{}", path)), path)
        if other != path:
            findings.append(f"{place}: it matches the same requests as {other}: use one path for both")
        if not operation.get("x-source") or not isinstance(operation["x-source"], list):
            findings.append(
                f"{place}: x-source is missing or not a list: list the facts that the operation is based on"
            )
    return findings


def _identity_findings(place: str, identity: str | None, tag: str, seen: dict[str, str]) -> list[str]:
    if identity is None or not re.fullmatch(rf"{re.escape(tag)}\.[a-z][a-z0-9_]*", identity):
        return [f"{place}: invalid operationId {identity!r}: use {tag}.<verb>"]
    if identity in seen:
        return [f"{place}: the operationId {identity} is already used by {seen[identity]}: rename one of the two"]
    seen[identity] = place
    return []
