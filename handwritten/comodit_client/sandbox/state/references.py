"""References to other nodes: they follow a rename, and notice a deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import LABELS, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def make_reference(node: Node) -> Document:
    """Return a reference to a node, as it is stored."""
    return {"id": node.id, "uuid": node.doc["uuid"], "name": node.name}


def target(store: Store, reference: Document | None) -> Node | None:
    """Return the target of a reference, or None if it no longer exists."""
    if reference is None:
        return None
    node = store.at(reference["id"])
    # SQLite reuses row numbers.
    return node if node is not None and node.doc.get("uuid") == reference["uuid"] else None


def name_of(store: Store, reference: Document | None) -> str | None:
    """Return the name of a reference's target; its last known name if the target no longer exists."""
    node = target(store, reference)
    if node is not None:
        return node.name
    return reference["name"] if reference else None


def reference_by_name(store: Store, organization: Node, kind: str, name: Any) -> Document | None:
    """Return a reference to a member of an organization's collection; None without a name.

    Raises:
        ApiError: The member does not exist.
    """
    if not name:
        return None
    node = store.find(organization.id, kind, name)
    if node is None:
        raise bad_request(f"{LABELS[kind]} {name} does not exist in organization {organization.name}")
    return make_reference(node)
