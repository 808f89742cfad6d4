"""Merges the fragments of schema/ into one OpenAPI document.

A fragment is a YAML file with a `tag`, `paths` and `components`. What would be the same in each is added here: the tag
of an
operation, its path parameters, the answer for failures, the members of a list, and the paths of a family that several
owners
have (`x-mounts`).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SchemaError

METHODS = ("get", "put", "post", "delete", "patch", "head")
Document = dict[str, Any]


def load(folder: Path) -> Document:
    """Read the fragments of a folder and merge them.

    Args:
        folder: The folder that holds `openapi.yaml` and the fragments.

    Returns:
        The OpenAPI document. Each schema carries `x-module`, the fragment that defines it.

    Raises:
        SchemaError: A fragment cannot be merged; every reason is listed.
    """
    document: Document = _read(folder / "openapi.yaml")
    document.setdefault("tags", [])
    document["paths"] = {}
    findings: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "openapi.yaml":
            findings += _merge(document, _read(file), file.stem)
    findings += _complete(document)
    if findings:
        raise SchemaError(findings)
    return document


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Go through the operations of a document.

    Args:
        document: The OpenAPI document.

    Yields:
        Path, method and operation, in the document's order.
    """
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def dump(document: Document) -> str:
    """Write a document as YAML, members in their order.

    Args:
        document: The OpenAPI document.

    Returns:
        The text.
    """
    return yaml.dump(document, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120)


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # an anchor in the bundle would be our merging, not the author's


def _read(file: Path) -> Document:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise SchemaError([f"{file.name}: not a YAML mapping"])
    return content


def _merge(document: Document, fragment: Document, module: str) -> list[str]:
    findings: list[str] = []
    if "tag" in fragment:
        document["tags"].append(fragment["tag"])
        findings += _add_paths(document, fragment.get("paths", {}), fragment["tag"]["name"], module)
    for mount in fragment.get("x-mounts", []):
        if not any(tag["name"] == mount["tag"] for tag in document["tags"]):
            family = mount["tag"].rsplit("_", 1)[-1]
            document["tags"].append({"name": mount["tag"], "description": f"The {family} of {mount['of']}."})
        findings += _add_paths(document, _mounted(fragment["paths"], mount), mount["tag"], module)
    for name, schema in fragment.get("components", {}).get("schemas", {}).items():
        if name in document["components"].setdefault("schemas", {}):
            findings.append(f"{module}.yaml: the schema {name} is defined twice")
        document["components"]["schemas"][name] = _list_of(schema) | {"x-module": module}
    return findings


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

    out = {path.replace("{owner}", mount["owner"]): fill(copy.deepcopy(item)) for path, item in paths.items()}
    for item in out.values():
        for method in METHODS:
            if method in item:
                sources = [*mount.get("source", []), *item[method].get("x-source", [])]
                item[method]["x-source"] = list(dict.fromkeys(sources))
    return out


def _add_paths(document: Document, paths: Document, tag: str, module: str) -> list[str]:
    findings: list[str] = []
    for path, item in paths.items():
        target = document["paths"].setdefault(path, {})
        for method, operation in item.items():
            if method not in METHODS:
                findings.append(f"{module}.yaml: {path} has {method!r}, which is no method")
            elif method in target:
                findings.append(f"{module}.yaml: {method.upper()} {path} is described twice")
            else:
                target[method] = {"tags": [tag], **operation}
    return findings


def _list_of(schema: Document) -> Document:
    kind = schema.get("x-list-of")
    if kind is None:
        return schema
    return {
        "type": "object",
        "description": f"A list answer: a page of {kind} objects.",
        "properties": {
            "count": {"type": ["integer", "string"], "readOnly": True, "description": "Items in this answer."},
            "offset": {"type": "integer", "readOnly": True, "description": "Place of the first item among all."},
            "total": {"type": "integer", "readOnly": True, "description": "Items overall."},
            "items": {
                "type": "array",
                "description": "The items; may be absent when there is none.",
                "items": {"$ref": f"#/components/schemas/{kind}"},
            },
        },
        "x-source": ["S2"],
    }


def _complete(document: Document) -> list[str]:
    findings: list[str] = []
    known = document["components"].get("parameters", {})
    seen: dict[str, str] = {}
    for path, method, operation in operations(document):
        place = f"{method.upper()} {path}"
        names = re.findall(r"{([^}]*)}", path)
        findings += [f"{place}: no path parameter {name!r} in openapi.yaml" for name in names if name not in known]
        references = [{"$ref": f"#/components/parameters/{name}"} for name in names]
        if references or "parameters" in operation:
            operation["parameters"] = references + operation.get("parameters", [])
        operation["responses"]["default"] = {"$ref": "#/components/responses/Failure"}
        identity = operation.get("operationId")
        findings += _identity_findings(place, identity, operation["tags"][0], seen)
        if not operation.get("x-source"):
            findings.append(f"{place}: no x-source says what the operation rests on")
    return findings


def _identity_findings(place: str, identity: str | None, tag: str, seen: dict[str, str]) -> list[str]:
    if identity is None or not re.fullmatch(rf"{tag}\.[a-z][a-z0-9_]*", identity):
        return [f"{place}: the operationId {identity!r} is not {tag}.<verb>"]
    if identity in seen:
        return [f"{place}: the operationId {identity} is that of {seen[identity]} as well"]
    seen[identity] = place
    return []
