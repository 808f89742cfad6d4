"""Collections of named members that clients list, read, create, replace and delete in the same way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def _store_unchanged(call: Call, owner: Node, body: Document) -> tuple[Document, Document]:
    return body, {}


def _name_in_body(call: Call, owner: Node, body: Document) -> str:
    name: str = body["name"]
    return name


def _do_nothing(call: Call, node: Node) -> None:
    """Do nothing after a change."""


@frozen
class NamedCollection:
    """The description of a collection.

    Attributes:
        tag: The tag of its operations.
        kind: Its name in the URL.
        variable: The path variable of a member.
        owner: Returns the owner of the collection.
        to_document: Returns a member as the API returns it.
        read_only: Read-only members, in addition to uuid, version and organization.
        to_stored: Returns the document and the server's data for a body.
        to_name: Returns the name of a member for a body.
        after_change: Called after a member was created or replaced.
        versioned: Whether members have a version.
    """

    tag: str
    kind: str
    variable: str
    owner: Callable[[Call], Node]
    to_document: Callable[[Call, Node], Document]
    read_only: frozenset[str] = frozenset()
    to_stored: Callable[[Call, Node, Document], tuple[Document, Document]] = _store_unchanged
    to_name: Callable[[Call, Node, Document], str] = _name_in_body
    after_change: Callable[[Call, Node], None] = _do_nothing
    versioned: bool = True

    def find(self, call: Call) -> Node:
        """Return the member in the path.

        Raises:
            ApiError: The member does not exist.
        """
        return member(call.world.store, self.owner(call), self.kind, call.names[self.variable])

    def bind(self) -> None:
        """Bind the handlers."""
        verbs: dict[str, Callable[[NamedCollection, Call], ApiResponse | Listing]] = {
            "list": _list,
            "get": _get,
            "create": _create,
            "update": _update,
            "delete": _delete,
        }
        for verb, handler in verbs.items():
            operation(f"{self.tag}.{verb}")(partial(handler, self))

    def add(self, call: Call, owner: Node, body: Document) -> Node:
        """Create a member.

        Raises:
            ApiError: The name is taken, or the body is invalid.
        """
        own = {"description": "", **without(body, self.not_stored())}
        doc, data = self.to_stored(call, owner, own)
        identity = {"uuid": new_uuid(), "version": 0} if self.versioned else {"uuid": new_uuid()}
        name = self.to_name(call, owner, body)
        node = call.world.store.add(owner.id, self.kind, name, {**identity, **doc, "name": name}, data)
        self.after_change(call, node)
        return node

    def not_stored(self) -> frozenset[str]:
        return self.read_only | {"uuid", "version", "organization"}


def clone_name(call: Call) -> str:
    """Return the name for a clone.

    Raises:
        ApiError: The name is empty.
    """
    name = call.query["name"]
    if not name:
        raise bad_request("The query parameter 'name' is empty")
    return name


def _list(family: NamedCollection, call: Call) -> Listing:
    nodes = call.world.store.children(family.owner(call).id, family.kind)
    return collection(call.page(), nodes, partial(family.to_document, call))


def _get(family: NamedCollection, call: Call) -> ApiResponse:
    return ok(family.to_document(call, family.find(call)))


def _create(family: NamedCollection, call: Call) -> ApiResponse:
    return ok(family.to_document(call, family.add(call, family.owner(call), call.body)))


def _update(family: NamedCollection, call: Call) -> ApiResponse:
    """Replace a member; a new name renames it (S5, S16)."""
    node, owner = family.find(call), family.owner(call)
    doc, data = family.to_stored(call, owner, without(call.body, family.not_stored()))
    identity = {"uuid": node.doc["uuid"]}
    if family.versioned:
        identity["version"] = data["replaced"] = node.doc["version"] + 1
    node.name = family.to_name(call, owner, call.body)
    node.doc, node.data = {**identity, **doc, "name": node.name}, {**node.data, **data}
    call.world.store.save(node)
    family.after_change(call, node)
    return ok(family.to_document(call, node))


def _delete(family: NamedCollection, call: Call) -> ApiResponse:
    call.world.store.delete([family.find(call)])
    return no_content()
