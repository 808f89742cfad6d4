"""What points at another member of the tree: it follows a new name, and knows when its target is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import LABELS, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def make_reference(node: Node) -> Document:
    """Return what is kept of a node that something points at."""
    return {"id": node.id, "uuid": node.doc["uuid"], "name": node.name}


def target(store: Store, reference: Document | None) -> Node | None:
    """Return what a reference points at, or None when it is gone."""
    if reference is None:
        return None
    node = store.at(reference["id"])
    # Rows are used again.
    return node if node is not None and node.doc.get("uuid") == reference["uuid"] else None


def name_of(store: Store, reference: Document | None) -> str | None:
    """Return the name of what a reference points at; its last known one when it is gone."""
    node = target(store, reference)
    if node is not None:
        return node.name
    return reference["name"] if reference else None


def reference_by_name(store: Store, organization: Node, kind: str, name: Any) -> Document | None:
    """Return a reference to a member of a collection of an organization; None when there is no name.

    Raises:
        Refusal: There is no such member.
    """
    if not name:
        return None
    node = store.find(organization.id, kind, name)
    if node is None:
        raise bad_request(f"{LABELS[kind]} {name} does not exist in organization {organization.name}")
    return make_reference(node)
