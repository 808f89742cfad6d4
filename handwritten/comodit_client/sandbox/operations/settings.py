"""Settings of all owners: their storage, and their form in responses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.documents import checked_key, required_text, without

if TYPE_CHECKING:
    from comodit_client.sandbox.operations.filters import SettingFilter
    from comodit_client.sandbox.state.store import Document, Node, Store

_READ_ONLY = {"schema", "version"}


def add_settings(store: Store, owner: Node, settings: Iterable[Document] | None) -> None:
    """Add the settings in the body of their owner.

    Raises:
        ApiError: A key is invalid or occurs twice.
    """
    for setting in settings or ():
        add_setting(store, owner, setting)


def setting_documents(nodes: Iterable[Node], schemas: Mapping[str, Document]) -> list[Document]:
    """Return settings as the API returns them: with the schema of the parameter for the key, if any."""
    return [{**node.doc, "schema": schemas[node.name]} if node.name in schemas else node.doc for node in nodes]


def settings_in(store: Store, owner: Node, schemas: Mapping[str, Document], chosen: SettingFilter) -> list[Document]:
    """Return the settings of an owner as the API returns them."""
    return chosen.apply(store, owner, setting_documents(store.children(owner.id, "settings"), schemas))


def add_setting(store: Store, owner: Node, body: Document) -> Node:
    """Add a setting.

    Raises:
        ApiError: The key is invalid or taken.
    """
    setting = _stored(body)
    return store.add(owner.id, "settings", setting["key"], {**setting, "version": 0})  # S18


def replace_setting(store: Store, node: Node, body: Document) -> None:
    """Replace a setting; its key may change.

    Raises:
        ApiError: The new key is invalid or taken.
    """
    setting = _stored(body)
    node.doc = {**setting, "version": node.doc["version"] + 1}
    node.name = setting["key"]
    store.save(node)


def _stored(body: Document) -> Document:
    """Return a setting as it is stored; an empty link or property counts as absent (S90)."""
    checked_key(required_text(body, "key"))
    setting = without(body, _READ_ONLY)
    return {name: value for name, value in setting.items() if value or name not in ("link", "property")}
