"""Storing of entities of an archive: as the service described them, with their identifiers and unknown members."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from comodit_client.sandbox.archive.reading import Entity, objects, unusable
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.references import make_reference

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def stored(document: Document, computed: Collection[str] = (), versioned: bool = True) -> Document:
    """Return a document as it is stored: without nulls, and without members that responses add.

    Args:
        document: The document. A missing or invalid identifier or version is replaced.
        computed: The members that responses add.
        versioned: Whether such entities have a version.
    """
    doc = without(document, computed)
    if not _is_uuid(doc.get("uuid")):
        doc["uuid"] = new_uuid()
    if versioned and type(doc.get("version")) is not int:
        doc["version"] = 0
    return doc


def with_defaults(document: Document, defaults: Document) -> Document:
    """Return a document with further members at its end, if they are missing. The order of the others stays."""
    return document | {name: value for name, value in defaults.items() if document.get(name) is None}


def _is_uuid(value: Any) -> bool:
    try:
        return bool(UUID(value))
    except (TypeError, ValueError, AttributeError):
        return False


def add(
    store: Store, entity: Entity, parent: Node, kind: str, doc: Document, data: Document | None = None, name: str = ""
) -> Node:
    """Add an entity to a collection.

    Args:
        store: The state.
        entity: The entity.
        parent: The owner of the collection.
        kind: The collection.
        doc: The members that are stored.
        data: Data for the server only.
        name: The identifier in the collection. Default: the name of the entity.

    Raises:
        ApiError: The name is taken.
    """
    try:
        return store.add(parent.id, kind, name or entity.name, doc, data)
    except ApiError as error:
        raise unusable(entity.place, error.texts[0]) from None


def add_settings(store: Store, entity: Entity, owner: Node) -> None:
    """Add the settings of an entity, with their versions.

    Raises:
        ApiError: A setting has no key, or two have the same one.
    """
    for setting in objects(entity.document, "settings"):
        key = setting.get("key")
        if not isinstance(key, str) or not key:
            raise unusable(entity.place, "it has a setting without a key")
        add(store, entity, owner, "settings", with_defaults(without(setting, ("schema",)), {"version": 0}), name=key)


def reference(store: Store, organization: Node, kind: str, name: object) -> Document | None:
    """Return a reference to a member of an organization's collection; None without a name.

    If the archive does not contain the member, its name is shown as that of one that no longer exists.
    """
    if not isinstance(name, str) or not name:
        return None
    node = store.find(organization.id, kind, name)
    return {"id": -1, "uuid": "", "name": name} if node is None else make_reference(node)
