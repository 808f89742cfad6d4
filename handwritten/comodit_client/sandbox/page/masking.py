"""Settings and parameters as the page shows them: secrets are always masked, since the page has no user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.page.documents import MAX_NAMES
from comodit_client.sandbox.state.definitions import MASK, secret_keys, secret_parameters_masked

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

_SHOWN = ("key", "value", "link", "property")


def shown_settings(store: Store, owner: Node, secret: frozenset[str]) -> list[Document]:
    """Return the settings of an owner, each with the kind and the name of the owner.

    Args:
        store: The state.
        owner: The owner.
        secret: The keys whose values are masked.
    """
    settings = [
        {name: node.doc[name] for name in _SHOWN if name in node.doc}
        for node in store.children(owner.id, "settings")[:MAX_NAMES]
    ]
    return [
        {
            **setting,
            **({"value": MASK} if "value" in setting and setting["key"] in secret else {}),
            "owner": owner.name,
            "kind": owner.kind,
        }
        for setting in settings
    ]


def shown_parameters(store: Store, organization: Node, definition: Node) -> list[Document]:
    """Return the parameters of a definition."""
    parameters = definition.doc.get("parameters", [])[:MAX_NAMES]
    masked = secret_parameters_masked(parameters, secret_keys(store, organization))
    return [
        {
            "key": item["key"],
            "description": item.get("description"),
            **({"value": item["value"]} if "value" in item else {}),
        }
        for item in masked
    ]
