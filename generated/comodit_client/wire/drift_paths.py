# Made by `python -m generator` from generator/runtime/drift_paths.py.
# Do not edit: change that, then run `make generate`.
"""Finds the operation of a request in an OpenAPI document by its method and path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from attrs import define, field, frozen

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
#: A segment that may be a part of the API. Any other one may be a name that a user gave.
WORD = re.compile(r"[A-Za-z_][A-Za-z_-]{0,39}")


@frozen
class Route:
    """The part of a document that describes a request.

    Args:
        path: The template of the path. If the document has none, names in it are replaced by placeholders.
        operation: The operation; None if the document does not describe it.
    """

    path: str
    operation: Mapping[str, Any] | None = None


@define
class _Node:
    """A segment of the templates, with the segments that may follow."""

    literals: dict[str, _Node] = field(factory=dict)
    #: The segments with a parameter, by the segment in the template such as `{host}`.
    parameters: dict[str, _Node] = field(factory=dict)
    #: The template that ends here, and its operations.
    template: str = ""
    operations: dict[str, Mapping[str, Any]] = field(factory=dict)


class Routes:
    """The paths of a document.

    Args:
        document: The document.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._start = _Node()
        parameters = document.get("components", {}).get("parameters", {}).values()
        self._of_many = {f"{{{one['name']}}}" for one in parameters if one.get("x-slashes")}
        self._roots = [urlsplit(server["url"]).path.rstrip("/") for server in document.get("servers", ())]
        for template, item in document["paths"].items():
            self._add(template, {name.upper(): item[name] for name in METHODS if name in item})

    def find(self, method: str, path: str) -> Route:
        """Find the operation of a request.

        Args:
            method: The method, in capitals.
            path: The path of the URL, percent-encoded. It may begin with the path of the API root.

        Returns:
            The operation. A literal segment is preferred to a parameter, and a slash at the end does not matter.
        """
        segments = self._segments(path)
        matches = [*_matches(self._start, segments)]
        found = next((node for node in matches if method in node.operations), None)
        if found is not None:
            return Route(found.template, found.operations[method])
        if matches:
            return Route(matches[0].template)
        return Route(self._anonymous(segments) + ("/" if segments and path.endswith("/") else ""))

    def _add(self, template: str, operations: dict[str, Mapping[str, Any]]) -> None:
        node = self._start
        for segment in filter(None, template.split("/")):
            is_parameter = segment.startswith("{")
            node = (node.parameters if is_parameter else node.literals).setdefault(segment, _Node())
        node.template = node.template or template
        node.operations = operations | node.operations

    def _segments(self, path: str) -> list[str]:
        path = path.partition("?")[0]
        for root in self._roots:
            if root and path.startswith(root + "/"):
                path = path[len(root) :]
        segments = [unquote(segment) for segment in path.split("/") if segment]  # some scripts double a slash
        # Another root may precede the first segment that a template begins with.
        starts = [index for index, segment in enumerate(segments) if segment in self._start.literals]
        return segments[starts[0] :] if starts and not self._start.parameters else segments

    def _anonymous(self, segments: list[str]) -> str:
        """Return an unknown path without names: the longest known part, then collections and names in turn."""
        known: list[str] = []
        node = self._start
        for segment in segments:
            # A parameter of several segments stands at the end of paths: any other segment would seem to be one.
            names = [name for name in node.parameters if name not in self._of_many]
            if segment in node.literals:
                known.append(segment)
                node = node.literals[segment]
            elif names:
                known.append(names[0])
                node = node.parameters[names[0]]
            else:
                break
        for segment in segments[len(known) :]:
            is_word = not known or known[-1].startswith("{") or len(node.literals) > 0 or segment.startswith("_")
            known.append(segment if is_word and WORD.fullmatch(segment) else _placeholder(known))
            node = _Node()
        return "/" + "/".join(known)


def _matches(node: _Node, segments: list[str]) -> Iterator[_Node]:
    if not segments:
        if node.template:
            yield node
        return
    if segments[0] in node.literals:
        yield from _matches(node.literals[segments[0]], segments[1:])
    for following in node.parameters.values():
        yield from _matches(following, segments[1:])


def _placeholder(before: list[str]) -> str:
    """Return the placeholder of a name, such as `{license}` after `licenses`."""
    collection = before[-1].strip("_").replace("-", "_") if before else ""
    name = collection.removesuffix("s") if collection.isidentifier() else ""
    return f"{{{name or 'name'}}}"
