"""The parts of definitions as collections of their own: files, parameters, RPM modules, git repositories.

They are stored in lists of the definition's document, under various names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import already_exists, bad_request, not_found
from comodit_client.sandbox.http.documents import with_boolean, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import FAMILIES, definition_in_path, edit
from comodit_client.sandbox.operations.files import new_file
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.parameters import new_parameter
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.store import Document, Node

#: Lists that are not part of the definition in responses.
HIDDEN = ("rpmmodules", "gits")
#: All lists of parts.
PARTS = ("files", "parameters", *HIDDEN)
_READ_ONLY = {"uuid", "version"}


@frozen
class _Part:
    """A kind of parts in a family of definitions.

    Attributes:
        family: The family of definitions.
        kind: The list in the definition, and the collection in the URL.
        variable: The path variable of a part.
        new: Returns the stored part for a body.
    """

    family: str
    kind: str
    variable: str
    new: Callable[[Document], Document]


def new_parts(family: str, kind: str, bodies: Iterable[Document]) -> list[Document]:
    """Return the stored parts for a new definition.

    Raises:
        ApiError: Two parts have the same name, or one is invalid.
    """
    parts = [_NEW[kind](family, body) for body in bodies]
    if len({part["name"] for part in parts}) < len(parts):
        raise bad_request(f"Two of the {kind} have the same name")
    return parts


def copy_part(part: Document) -> Document:
    """Return a copy of a part for another definition, with new identifiers."""
    copy = {**part, "uuid": new_uuid()} if "uuid" in part else dict(part)
    if "template" in part:
        copy["template"] = {**part["template"], "uuid": new_uuid()}
    return copy


def _parameter(_: str, body: Document) -> Document:
    return new_parameter(body)


def _rpm_module(_: str, body: Document) -> Document:
    return {"uuid": new_uuid(), "version": 0, **with_boolean(without(body, _READ_ONLY), "enabled")}


def _git(_: str, body: Document) -> Document:
    return {"uuid": new_uuid(), "version": 0, **without(body, _READ_ONLY)}


_NEW: dict[str, Callable[[str, Document], Document]] = {
    "files": new_file,
    "parameters": _parameter,
    "rpmmodules": _rpm_module,
    "gits": _git,
}


def _shown(part: _Part, call: Call, definition: Node) -> list[Document]:
    if part.kind == "parameters":
        return SettingFilter(call.rights()).parameters(call.world.store, definition)
    parts: list[Document] = definition.doc.get(part.kind, [])
    return parts


def _place(part: _Part, definition: Node, call: Call) -> int:
    name = call.names[part.variable]
    for place, item in enumerate(definition.doc.get(part.kind, [])):
        if item["name"] == name:
            return place
    raise not_found(part.kind, name)


def _ensure_name_free(part: _Part, definition: Node, name: str) -> None:
    if any(item["name"] == name for item in definition.doc.get(part.kind, [])):
        raise already_exists(part.kind, name)


def _list(part: _Part, call: Call) -> Listing:
    return collection(call.page(), _shown(part, call, definition_in_path(part.family, call)))


def _get(part: _Part, call: Call) -> ApiResponse:
    definition = definition_in_path(part.family, call)
    place = _place(part, definition, call)
    return ok(_shown(part, call, definition)[place])


def _create(part: _Part, call: Call) -> ApiResponse:
    definition = definition_in_path(part.family, call)
    with edit(call, definition):
        new = part.new(call.body)
        _ensure_name_free(part, definition, new["name"])
        definition.doc.setdefault(part.kind, []).append(new)
    return ok(_shown(part, call, definition)[-1])


def _update(part: _Part, call: Call) -> ApiResponse:
    """Replace a part; the content of a file follows a rename."""
    definition = definition_in_path(part.family, call)
    place = _place(part, definition, call)
    with edit(call, definition):
        old, new = definition.doc[part.kind][place], part.new(call.body)
        if new["name"] != old["name"]:
            _ensure_name_free(part, definition, new["name"])
            if part.kind == "files":
                call.world.store.contents.rename(definition.id, FILE, old["name"], new["name"])
        definition.doc[part.kind][place] = _next_version(old, new)
    return ok(_shown(part, call, definition)[place])


def _next_version(old: Document, new: Document) -> Document:
    """Return a part with the identifiers of the old one and the next version."""
    if "template" in old:
        new = {**new, "template": {**new["template"], "uuid": old["template"]["uuid"]}}
    return {**new, "uuid": old["uuid"], "version": old["version"] + 1} if "uuid" in old else new


def _delete(part: _Part, call: Call) -> ApiResponse:
    definition = definition_in_path(part.family, call)
    place = _place(part, definition, call)
    with edit(call, definition):
        _remove(part, definition, [definition.doc[part.kind][place]], call)
    return no_content()


def _clear(part: _Part, call: Call) -> ApiResponse:
    definition = definition_in_path(part.family, call)
    with edit(call, definition):
        _remove(part, definition, list(definition.doc.get(part.kind, [])), call)
    return no_content()


def _remove(part: _Part, definition: Node, items: list[Document], call: Call) -> None:
    for item in items:
        definition.doc[part.kind].remove(item)
        if part.kind == "files":
            call.world.store.contents.delete(definition.id, FILE, item["name"])


_VERBS: dict[str, Callable[[_Part, Call], ApiResponse | Listing]] = {
    "list": _list,
    "get": _get,
    "create": _create,
    "update": _update,
    "delete": _delete,
    "clear": _clear,
}


def _bind(tag: str, family: str, kind: str, variable: str) -> None:
    part = _Part(family, kind, variable, partial(_NEW[kind], family))
    for verb, handler in _VERBS.items():
        operation(f"{tag}.{verb}")(partial(handler, part))


for _family, _word in FAMILIES.items():
    _bind(f"{_word}_files", _family, "files", "file")
    _bind(f"{_word}_parameters", _family, "parameters", "parameter")
_bind("application_rpm_modules", "applications", "rpmmodules", "rpm_module")
_bind("application_gits", "applications", "gits", "git")
