"""The logs of an organization, an environment or a host."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import Listing, collection
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node

_OWNERS: dict[str, Callable[[Call], Node]] = {
    "organization": Call.organization,
    "environment": Call.environment,
    "host": Call.host,
}


def _list(kind: str, owner_of: Callable[[Call], Node], call: Call) -> Listing:
    """List the entries that concern an owner or its descendants, as far as the caller may read them, by time."""
    owner = owner_of(call)
    readable = _readable(call)
    entries = call.world.store.children(call.organization().id, f"{kind} log")
    if owner.kind != "organizations":
        entries = [entry for entry in entries if entry.data.get(owner.kind) == owner.doc["uuid"]]
    shown = [entry.doc for entry in entries if _is_readable(entry, readable)]
    if shown:
        note(call.world, "organization_other_logs.texts")
    return collection(call.page(), sorted(shown, key=lambda entry: entry["timestamp"]))


def _readable(call: Call) -> dict[str, bool]:
    """Return whether the caller may read each environment and host of the organization, by identifier."""
    store, organization, rights = call.world.store, call.organization(), call.rights()
    owners = [*store.children(organization.id, "environments"), *store.hosts_in(organization)]
    return {owner.doc["uuid"]: rights.reads(owner) for owner in owners}


def _is_readable(entry: Node, readable: dict[str, bool]) -> bool:
    """Return whether the caller may read an entry: the nearest owner that still exists decides."""
    owners = (entry.data.get(kind) for kind in ("subject", "hosts", "environments"))
    return next((readable[owner] for owner in owners if owner in readable), True)


for _kind in ("audit", "notification", "agent", "other"):
    for _word, _owner_of in _OWNERS.items():
        operation(f"{_word}_{_kind}_logs.list")(partial(_list, _kind, _owner_of))
