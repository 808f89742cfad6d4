"""Merges the fragments of schema/ into one OpenAPI document.

A fragment is a YAML file with a `tag`, `paths` and `components`. Parts that would repeat in every fragment are added
here: the tag of an operation, its path parameters, the error responses, the members of a list. The paths of resources
that exist below several owners are repeated for each of them (`x-mounts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SchemaError
from generator.fragments import Document, Fragment, read_fragment, read_front
from generator.grammar import METHODS
from generator.places import Bundle, Place, place
from generator.secret import mark_secrets
from generator.statuses import with_errors


def load(folder: Path) -> Bundle:
    """Read the fragments of a folder and merge them.

    Args:
        folder: The folder that holds `openapi.yaml` and the fragments.

    Returns:
        The OpenAPI document. Each schema has an `x-module`, the fragment that defines it.

    Raises:
        SchemaError: A fragment cannot be merged. All problems are listed.
    """
    document = _front(folder / "openapi.yaml")
    findings = misnamed(folder)
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "openapi.yaml":
            try:
                findings += _merge(document, read_fragment(file))
            except SchemaError as error:
                findings += error.findings
    document.pop("x-list", None)
    findings += _complete(document)
    if findings:
        raise SchemaError(findings)
    mark_secrets(document)
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


def dump(document: Document) -> str:
    """Return a document as YAML, with the members in their order.

    Args:
        document: The OpenAPI document.

    Returns:
        The YAML text.
    """
    return yaml.dump(dict(document), Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120)


def misnamed(folder: Path) -> list[str]:
    """Find files with another ending. They would be ignored, as if their content had been removed.

    Args:
        folder: A folder of YAML files.

    Returns:
        A finding for each file.
    """
    return [
        f"{file.name}: the file is not read: rename it to {file.stem}.yaml, or remove it"
        for file in sorted(folder.iterdir())
        if file.suffix != ".yaml" and file.suffix.lower() in (".yaml", ".yml", ".json")
    ]


class _PlainDumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # YAML anchors would show which parts the merge shares


def _front(file: Path) -> Bundle:
    document = read_front(file)
    components = document["components"]
    components.setdefault("schemas", {})
    components.setdefault("parameters", {})
    return Bundle(document | {"tags": [], "paths": {}})


def _merge(document: Bundle, fragment: Fragment) -> list[str]:
    findings: list[str] = []
    document.fragments[fragment.file] = fragment
    if fragment.tag is not None:
        if _has_tag(document, fragment.tag["name"]):
            text = f"the tag {fragment.tag['name']} is already defined: rename one of the two"
            findings.append(f"{fragment.file}: tag > name: {text}")
        document.origins["tags", len(document["tags"])] = fragment.file, ("tag",)
        document["tags"].append(fragment.tag)
        findings += _add_paths(document, fragment, fragment.paths, fragment.tag["name"])
    for index, mount in enumerate(fragment.mounts):
        if not _has_tag(document, mount["tag"]):
            family = mount["tag"].rsplit("_", 1)[-1]
            document.origins["tags", len(document["tags"])] = fragment.file, ("x-mounts", index, "tag")
            document["tags"].append({"name": mount["tag"], "description": f"The {family} of {mount['of']}."})
        findings += _add_paths(document, fragment, _mounted(fragment.paths, mount), mount["tag"], mount["owner"])
    for name, schema in fragment.schemas.items():
        path = ("components", "schemas", name)
        if name in document["components"]["schemas"]:
            text = f"the schema {name} is already defined: rename one of the two"
            findings.append(f"{fragment.file}: components > schemas > {name}: {text}")
        if "x-list-of" in schema and "x-list" not in document:
            text = "x-list-of needs the key 'x-list' in openapi.yaml: describe a list response there"
            findings.append(f"{fragment.file}: components > schemas > {name}: {text}")
        elif "x-list-of" in schema:
            schema = _filled(document["x-list"], {"{of}": schema["x-list-of"]})
        document["components"]["schemas"][name] = schema | {"x-module": fragment.module}
        document.origins[path] = fragment.file, path
    return findings


def _has_tag(document: Document, name: str) -> bool:
    return any(tag["name"] == name for tag in document["tags"])


def _mounted(paths: Document, mount: Document) -> Document:
    texts = {"{tag}": mount["tag"], "{of}": mount["of"]}
    out = {path.replace("{owner}", mount["owner"]): _filled(item, texts) for path, item in paths.items()}
    for item in out.values():
        for method in METHODS:
            if method in item:
                sources = [*mount.get("source", []), *item[method].get("x-source", [])]
                item[method]["x-source"] = list(dict.fromkeys(sources))
    return out


def _filled(value: Any, texts: dict[str, str]) -> Any:
    """Return a part of a document with texts in the place of their placeholders."""
    if isinstance(value, str):
        for placeholder, text in texts.items():
            value = value.replace(placeholder, text)
        return value
    if isinstance(value, dict):
        return {key: _filled(item, texts) for key, item in value.items()}
    return [_filled(item, texts) for item in value] if isinstance(value, list) else value


def _add_paths(document: Bundle, fragment: Fragment, paths: Document, tag: str, owner: str = "") -> list[str]:
    findings: list[str] = []
    for path, item in paths.items():
        target = document["paths"].setdefault(path, {})
        source = "{owner}" + path.removeprefix(owner) if owner and path.startswith(owner) else path
        for method, operation in item.items():
            if method in target:
                text = f"{method.upper()} {path} is already described: remove one of the two"
                findings.append(f"{fragment.file}: paths > {source} > {method}: {text}")
            else:
                target[method] = {"tags": [tag], **operation}
                document.origins["paths", path, method] = fragment.file, ("paths", source, method)
    return findings


def _complete(document: Bundle) -> list[str]:
    findings: list[str] = []
    parameters = document["components"]["parameters"]
    known = {name for name, parameter in parameters.items() if parameter["in"] == "path"}
    identities: dict[str, str] = {}
    shapes: dict[tuple[str, str], str] = {}
    for path, method, operation in operations(document):
        where = place(document, "paths", path, method)
        names = re.findall(r"{([^}]*)}", path)
        findings += [
            f"{where}: openapi.yaml has no path parameter {name!r}: add it there" for name in names if name not in known
        ]
        operation["responses"] = with_errors(document, path, operation)
        _add_path_parameters(document, ("paths", path, method), operation, names)
        findings += _identity_findings(where, operation["operationId"], operation["tags"][0], identities)
        if not operation["x-source"]:
            findings.append(f"{where}: x-source is empty: list the facts that the operation is based on")
        other = shapes.setdefault((method, re.sub(r"{[^}]*}", "{}", path)), path)
        if other != path:
            findings.append(f"{where}: it matches the same requests as {other}: use one path for both")
    return findings


def _add_path_parameters(document: Bundle, path: Place, operation: Document, names: list[str]) -> None:
    own = operation.get("parameters", [])
    file, start = document.origins[path]
    for index in range(len(own)):
        document.origins[*path, "parameters", len(names) + index] = file, (*start, "parameters", index)
    if names or own:
        operation["parameters"] = [{"$ref": f"#/components/parameters/{name}"} for name in names] + own


def _identity_findings(where: str, identity: str, tag: str, seen: dict[str, str]) -> list[str]:
    if not re.fullmatch(rf"{re.escape(tag)}\.[a-z][a-z0-9_]*", identity):
        return [f"{where}: invalid operationId {identity!r}: use {tag}.<verb>"]
    if identity in seen:
        return [f"{where}: the operationId {identity} is already used by {seen[identity]}: rename one of the two"]
    seen[identity] = where
    return []
