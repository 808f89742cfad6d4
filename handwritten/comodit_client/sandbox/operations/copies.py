"""Copies of definitions: clones, store entries and purchases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.documents import new_document, without
from comodit_client.sandbox.http.responses import ApiResponse, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.definitions import definition_document
from comodit_client.sandbox.operations.editing import FAMILIES, definition_in_path
from comodit_client.sandbox.operations.parts import PARTS, copy_part
from comodit_client.sandbox.parity.recorder import note

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.store import Document, Node, Store

#: Members that a copy does not share with its source.
_OWN = ("uuid", "version", "name", "locked")


def copied_members(doc: Document) -> Document:
    """Return the members of a copy; its parts get identifiers of their own."""
    parts = {kind: [copy_part(part) for part in doc[kind]] for kind in PARTS if kind in doc}
    return {**without(doc, _OWN), **parts}


def copy_definition(store: Store, source: Node, organization: int, kind: str, name: str) -> Node:
    """Copy a definition or a store entry.

    Args:
        store: The state.
        source: The source; its document, settings and contents are copied.
        organization: The row of the organization for the copy.
        kind: The family of definitions.
        name: The name of the copy.

    Raises:
        ApiError: The name is taken.
    """
    lock: Document = {} if kind == "platforms" else {"locked": False}
    copy = store.add(organization, kind, name, new_document({**copied_members(source.doc), **lock, "name": name}))
    store.copy_children(source.id, copy.id, ["settings"])
    store.contents.replace_all(source.id, copy.id)
    return copy


def _clone(kind: str, call: Call) -> ApiResponse:
    """Copy a definition in its organization; the links to the store are not copied (S121)."""
    note(call.world, "applications.clone")
    source, name = definition_in_path(kind, call), call.query["name"]
    if not name:
        raise bad_request("The query parameter 'name' is empty")
    clone = copy_definition(call.world.store, source, source.parent, kind, name)
    clone.data = without(source.data, ("publishedAs", "purchasedAs", "marks"))
    call.world.store.save(clone)
    return ok(definition_document(call, clone))


for _kind in FAMILIES:
    operation(f"{_kind}.clone")(partial(_clone, _kind))
