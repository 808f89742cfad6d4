"""The logs of an organization, an environment or a host."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, collection
from comodit_client.sandbox.http.routing import operation

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node

_OWNERS: dict[str, Callable[[Call], Node]] = {
    "organization": Call.organization,
    "environment": Call.environment,
    "host": Call.host,
}


def _list(kind: str, owner_of: Callable[[Call], Node], call: Call) -> ApiResponse:
    """List the entries that concern an owner or its descendants, ordered by time."""
    owner = owner_of(call)
    entries = call.world.store.children(call.organization().id, f"{kind} log")
    if owner.kind != "organizations":
        entries = [entry for entry in entries if entry.data.get(owner.kind) == owner.doc["uuid"]]
    return collection(sorted((entry.doc for entry in entries), key=lambda entry: entry["timestamp"]))


for _kind in ("audit", "notification", "agent", "other"):
    for _word, _owner_of in _OWNERS.items():
        operation(f"{_word}_{_kind}_logs.list")(partial(_list, _kind, _owner_of))
