"""What a change of settings or of an application sets off on the hosts that it concerns (S87, S88, S93, S117)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.simulation.handlers import setting_triggers, tasks_of, triggered_by
from comodit_client.sandbox.simulation.resolution import ResolvedSetting, Resolver
from comodit_client.sandbox.simulation.resources import change_tasks, changed_files, resources_of
from comodit_client.sandbox.state.places import places_of
from comodit_client.sandbox.state.store import Document

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store


#: The rows of a host and of an application context on it.
_Installed = tuple[int, int]
#: Per application on a host, its definition and the values (as JSON) that its handlers wait for.
_Values = dict[_Installed, tuple[Document, dict[str, str]]]


@contextmanager
def fire_handlers(call: Call, owner: Node) -> Iterator[None]:
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
    keys = _changed_keys(before, after)
    fired: dict[int, list[str]] = defaultdict(list)
    names: dict[int, set[str]] = defaultdict(set)
    for (host, context), changed in keys.items():
        fired[host] += tasks_of(triggered_by(after[host, context][0], changed))
        names[host] |= changed
    for host, tasks in fired.items():
        if tasks:
            queue_change(call.world, store.get(host), f"Update settings {', '.join(sorted(names[host]))}", tasks)


@contextmanager
def roll_out(call: Call, definition: Node) -> Iterator[None]:
    """Have the hosts on which an application is installed follow what is done to it inside (S117).

    Resources come, change and go; handlers run whose parameter has another default now, or that wait for a file.
    Platforms and distributions count when a host is provisioned, so nothing follows for them.

    Args:
        call: The request; it may ask for no handler to be triggered.
        definition: What is changed.
    """
    if definition.kind != "applications":
        yield
        return
    store, now = call.world.store, call.world.now()
    hosts = [
        host
        for host in store.users_of(definition.parent, definition.kind, definition.name)
        if store.single(host.id, "instance")
    ]
    before, old = _values(store, hosts, now, definition.id), resources_of(store, definition)
    yield
    after, new = _values(store, hosts, now, definition.id), resources_of(store, definition)
    tasks, files = change_tasks(old, new), changed_files(old, new)
    for (host, context), keys in _changed_keys(before, after).items():
        triggers = files | keys if call.flag("trigger_application_handler", True) else ()
        fired = tasks_of(triggered_by(after[host, context][0], triggers))
        wanted = list(dict.fromkeys([*tasks, *fired]))
        if wanted:
            queue_change(call.world, store.get(host), f"Update {definition.name}", wanted)


def _changed_keys(before: _Values, after: _Values) -> dict[_Installed, set[str]]:
    """Return the keys with another value than before; one that no handler waited for before is not among them."""
    return {
        installed: {key for key, value in values.items() if value != before[installed][1].get(key, value)}
        for installed, (_, values) in after.items()
    }


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


def _values(store: Store, hosts: list[Node], now: float, only: int | None = None) -> _Values:
    """Return what handlers wait for.

    Args:
        store: The state.
        hosts: Where to look.
        now: The present moment.
        only: The row of the only application to look at; all that are installed if left out.
    """
    resolver = Resolver(store, now)
    values: _Values = {}
    for place in places_of(store, hosts):
        host = place.host
        for context in store.children(host.id, "applications"):
            application = resolver.definition(place.organization, context)
            if application is not None and only in (None, application.id):
                levels = resolver.levels(place, context)
                triggers = setting_triggers(application.doc)
                # As JSON, since Python takes 1 and true for equal.
                found = {key: json.dumps(_value(resolver.find(levels, key, host)), sort_keys=True) for key in triggers}
                values[host.id, context.id] = (application.doc, found)
    return values


def _value(found: ResolvedSetting | None) -> Any:
    return found.value if found else None
