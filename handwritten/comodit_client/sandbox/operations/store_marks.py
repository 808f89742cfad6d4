"""The members of applications and distributions that relate them to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

#: The members, which are read-only.
STORE_MARKS = ("publishedAs", "purchasedAs", "canPull", "canPush")


def published_kind(family: str) -> str:
    """Return the kind of the store's entries for a family of definitions."""
    return f"store/{family}"


def purchased_kind(family: str) -> str:
    """Return the kind of an organization's purchases for a family of definitions."""
    return f"purchased/{family}"


def purchased_definition(store: Store, purchase: Node) -> Node | None:
    """Return the copy of a purchase, or None if it no longer exists."""
    family = purchase.kind.partition("/")[2]
    copies = store.children(purchase.parent, family)
    return next((copy for copy in copies if copy.data.get("purchasedAs") == purchase.name), None)


def store_marks(store: Store, definition: Node) -> Document:
    """Return the store members of a definition; none for a platform."""
    if definition.kind == "platforms":
        return {}
    # An archive knows the marks, but not the entries of the store.
    marks: Document = {"canPull": False, "canPush": False, **definition.data.get("marks", {})}
    if "publishedAs" in definition.data:
        entry = store.find(0, published_kind(definition.kind), definition.data["publishedAs"])
        marks["publishedAs"] = definition.data["publishedAs"]
        if entry is not None:
            marks["canPush"] = entry.doc["version"] < definition.doc["version"]
    if "purchasedAs" in definition.data:
        purchase = store.find(definition.parent, purchased_kind(definition.kind), definition.data["purchasedAs"])
        marks["purchasedAs"] = definition.data["purchasedAs"]
        if purchase is not None:
            marks["canPull"] = _is_behind(store, definition.kind, purchase)
    return marks


def _is_behind(store: Store, family: str, purchase: Node) -> bool:
    entry = store.find(0, published_kind(family), purchase.doc["published"])
    had: int = purchase.doc["purchasedVersion"]
    return entry is not None and had < entry.doc["version"]
