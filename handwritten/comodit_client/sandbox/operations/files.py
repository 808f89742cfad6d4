"""The files of definitions (S100 to S104). Their contents are uploaded separately and stored beside the definition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request, not_found
from comodit_client.sandbox.http.documents import required_text, without
from comodit_client.sandbox.http.responses import ApiResponse, binary, empty_ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import FAMILIES, definition_in_path, edit
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.store import Document, Node

_READ_ONLY = {"uuid", "version"}


def new_file(kind: str, body: Document) -> Document:
    """Return a file as it is stored: an application's file nests its template, others are templates (S100 to S104).

    Args:
        kind: The family of the definition.
        body: The body.

    Raises:
        ApiError: The name is missing or invalid.
    """
    name = _checked_name(required_text(body, "name"))
    if kind != "applications":
        return {**_template(body, name), "version": 0}
    return {**without(body, _READ_ONLY), "template": _template(body.get("template") or {}, name)}


def file_of(definition: Node, name: str) -> Document:
    """Return a file of a definition.

    Raises:
        ApiError: The file does not exist.
    """
    for file in definition.doc["files"]:
        if file["name"] == name:
            found: Document = file
            return found
    raise not_found("files", name)


def _checked_name(name: str) -> str:
    if "/" in name or "\0" in name or name in (".", ".."):
        raise bad_request(f"{name!r} is not a valid file name; use 'path' for the location on the machine")
    return name


def _template(template: Document, name: str) -> Document:
    delimiter = template.get("delimiter") or {}
    marks = {"start": delimiter.get("start") or "${", "end": delimiter.get("end") or "}"}
    own = without(template, _READ_ONLY)
    return {"uuid": new_uuid(), **own, "name": own.get("name") or name, "delimiter": marks}


def _get_content(kind: str, call: Call) -> ApiResponse:
    definition, name = definition_in_path(kind, call), call.names["file"]
    file_of(definition, name)
    content = call.world.store.contents.find(definition.id, FILE, name)
    if content is None:
        raise ApiError(404, f"File {name} has no content yet")
    return binary(content)


def _set_content(kind: str, call: Call) -> ApiResponse:
    definition, name = definition_in_path(kind, call), call.names["file"]
    file = file_of(definition, name)
    with edit(call, definition):
        if "version" in file:
            file["version"] += 1
        call.world.store.contents.write(definition.id, FILE, name, call.body)
    return empty_ok()


for _kind, _word in FAMILIES.items():
    operation(f"{_word}_files.get_content")(partial(_get_content, _kind))
    operation(f"{_word}_files.set_content")(partial(_set_content, _kind))
