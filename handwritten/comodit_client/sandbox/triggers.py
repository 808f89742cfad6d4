"""What a change of settings sets off: the handlers of the applications whose values it changes (S87, S88, S93)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.calls import Call, places_of
from comodit_client.sandbox.changes import queue_change
from comodit_client.sandbox.handlers import setting_triggers, tasks_of, triggered_by
from comodit_client.sandbox.resolution import Found, Resolver

if TYPE_CHECKING:
    from comodit_client.sandbox.store import Document, Node, Store

#: A host's row and the name of an application on it.
_Installed = tuple[int, str]


@contextmanager
def handlers_fired(call: Call, owner: Node) -> Iterator[None]:
    """Queue a change on each host where what is done inside gives a handler's setting another value.

    Comparing the values before and after is right for every level, for removals and for links: a setting that a
    stronger level hides changes nothing.

    Args:
        call: The request; it may ask for no handler to be triggered.
        owner: Whose settings change.
    """
    if not call.flag("trigger_application_handler", True):
        yield
        return
    store, now = call.world.store, call.world.now()
    hosts = _hosts_concerned(store, owner)
    before = _values(store, hosts, now)
    yield
    after = _values(store, hosts, now)
    fired: dict[int, list[str]] = defaultdict(list)
    keys: dict[int, set[str]] = defaultdict(set)
    for (host, name), (application, values) in after.items():
        old = before[host, name][1]
        changed = {key for key, value in values.items() if value != old[key]}
        fired[host] += tasks_of(triggered_by(application, changed))
        keys[host] |= changed
    for host, tasks in fired.items():
        if tasks:
            queue_change(call.world, store.get(host), f"Update settings {', '.join(sorted(keys[host]))}", tasks)


def _hosts_concerned(store: Store, owner: Node) -> list[Node]:
    """Return the provisioned hosts that may see a setting of an owner: those below it, or any when there are links."""
    if store.has_links():
        return store.provisioned_hosts(store.root())
    return hosts_under(store, owner)


def hosts_under(store: Store, owner: Node) -> list[Node]:
    """Return the provisioned hosts that a setting of an owner may count for."""
    if owner.kind == "hostgroups":
        hosts = (store.at(entry["host"]["id"]) for entry in owner.data["hosts"])
        return [found for host in hosts if host for found in store.provisioned_hosts(host)]
    return store.provisioned_hosts(store.get(owner.parent) if owner.kind == "applications" else owner)


def _values(store: Store, hosts: list[Node], now: float) -> dict[_Installed, tuple[Document, dict[str, str]]]:
    """Return, per application on a host, its definition and the values (as JSON) that its handlers wait for."""
    resolver = Resolver(store, now)
    values = {}
    for place in places_of(store, hosts):
        host = place.host
        for context in store.children(host.id, "applications"):
            application = resolver.definition(place.organization, context)
            if application is not None:
                levels = resolver.levels(place, context)
                triggers = setting_triggers(application.doc)
                # As JSON, since Python takes 1 and true for equal.
                found = {key: json.dumps(_value(resolver.find(levels, key, host)), sort_keys=True) for key in triggers}
                values[host.id, context.name] = (application.doc, found)
    return values


def _value(found: Found | None) -> Any:
    return found.value if found else None
