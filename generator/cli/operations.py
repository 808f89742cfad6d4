"""What the command line needs to know of each operation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from generator.bundle import operations, resolved
from generator.fragments import Document
from generator.model import Module, Operation
from generator.places import Bundle


@frozen
class Sent:
    """An operation that commands send.

    Args:
        operation: The operation as it was built.
        path: Its path, with the parameters in braces.
        kind: What a command does with it.
        item: The name of the object that it returns or lists; empty if there is none.
        label: The member that names such an object; empty if there is none.
        scalars: The members of that object that are not lists or objects.
        body: The name of the object that it sends; empty if there is none.
        current: The operation that reads what it updates; empty if there is none.
    """

    operation: Operation
    path: str
    kind: str
    item: str
    label: str
    scalars: list[str]
    body: str
    current: str

    @property
    def request(self) -> str:
        """The method and the path."""
        return f"{self.operation.method} {self.path}"


def sent_operations(document: Bundle, modules: list[Module], labels: Mapping[str, str]) -> Mapping[str, Sent]:
    """Return what commands need to know of each operation, by its id.

    Args:
        document: The bundle.
        modules: The modules that are built from it.
        labels: The members that name objects, where the first required member does not.
    """
    built = {operation.identity: operation for module in modules for operation in module.operations}
    identities = {view.name: view.identity or "" for module in modules for view in module.views}
    readable = {path: item["operationId"] for path, method, item in operations(document) if method == "get"}
    found = {}
    for path, method, described in operations(document):
        operation = built[described["operationId"]]
        returned = _returned(document, described)
        item = _item(document, returned)
        found[operation.identity] = Sent(
            operation=operation,
            path=path,
            kind=_kind(
                operation, bool(_items(document, returned)) or returned.get("type") == "array", path in readable
            ),
            item=item,
            label=labels.get(item) or identities.get(item, ""),
            scalars=_scalars(document, item),
            body=_reference(_json(resolved(document, described.get("requestBody", {})))),
            current=readable.get(path, "") if method == "put" else "",
        )
    return found


def parameters(path: str) -> list[str]:
    """Return the names of the parameters of a path.

    Args:
        path: The path, with the parameters in braces.
    """
    return re.findall(r"{([^}]*)}", path)


def _kind(operation: Operation, lists: bool, readable: bool) -> str:
    if operation.upload is not None:
        return "upload"
    if operation.method == "GET":
        return _read_kind(operation.response_kind, lists)
    if operation.method == "DELETE":
        return "delete"
    if operation.body is None:
        return "action"
    return "create" if operation.method == "POST" else "update" if readable else "send"


def _read_kind(response: str, lists: bool) -> str:
    if lists:
        return "list"
    return {"text": "content", "bytes": "content", "value": "value"}.get(response, "show")


def _returned(document: Document, operation: Document) -> Document:
    success: Document = next(
        (answer for status, answer in operation["responses"].items() if status.startswith("2")), {}
    )
    return _json(resolved(document, success))


def _json(part: Document) -> Document:
    found: Document = part.get("content", {}).get("application/json", {}).get("schema", {})
    return found


def _reference(schema: Document) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _items(document: Bundle, schema: Document) -> Document:
    if schema.get("type") == "array":
        found: Document = schema.get("items", {})
        return found
    name = _reference(schema)
    for fragment in document.fragments.values():
        if "x-list-of" in fragment.schemas.get(name, {}):
            return {"$ref": f"#/components/schemas/{fragment.schemas[name]['x-list-of']}"}
    return {}


def _item(document: Bundle, schema: Document) -> str:
    return _reference(_items(document, schema) or schema)


def _scalars(document: Document, name: str) -> list[str]:
    members = document["components"]["schemas"].get(name, {}).get("properties", {})
    return [member for member, schema in members.items() if not _nested(document, schema)]


def _nested(document: Document, schema: Any) -> bool:
    kinds = document["components"]["schemas"].get(_reference(schema), schema).get("type", "string")
    return not {"array", "object"}.isdisjoint([kinds] if isinstance(kinds, str) else kinds)
