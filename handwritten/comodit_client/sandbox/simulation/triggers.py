"""Changes of hosts that follow a change of settings or of an application (S87, S88, S93, S117)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.parity.recorder import note
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
#: The definition and the values (as JSON) of its handlers' settings, for each application on a host.
_Values = dict[_Installed, tuple[Document, dict[str, str]]]


@contextmanager
def fire_handlers(call: Call, owner: Node) -> Iterator[None]:
    """Queue a change on each host on which the block changes the value of a handler's setting.

    Comparing values before and after the block works for all levels, for removals and for links: a setting that a
    stronger level hides changes nothing.

    Args:
        call: The request; it can switch this off.
        owner: The owner of the settings.
    """
    if not call.flag("trigger_application_handler", True):
        yield
        return
    store, now = call.world.store, call.world.now()
    hosts = _affected_hosts(store, call.organization(), owner)
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
            note(call.world, "settings.handlers")
            queue_change(call.world, store.get(host), f"Update settings {', '.join(sorted(names[host]))}", tasks)


@contextmanager
def roll_out(call: Call, definition: Node) -> Iterator[None]:
    """Queue a change on each host with an application that the block changes (S117).

    Resources are added, updated and removed. Handlers run if the default of their parameter changed or if they wait for
    a changed file. Platforms and distributions matter only during provisioning, so nothing follows for them.

    Args:
        call: The request; it can switch the handlers off.
        definition: The definition that changes.
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
            note(call.world, "changes-of-hosts.roll-out")
            queue_change(call.world, store.get(host), f"Update {definition.name}", wanted)


def _changed_keys(before: _Values, after: _Values) -> dict[_Installed, set[str]]:
    """Return the keys whose values changed; new keys of handlers are left out."""
    return {
        installed: {key for key, value in values.items() if value != before[installed][1].get(key, value)}
        for installed, (_, values) in after.items()
    }


def _affected_hosts(store: Store, organization: Node, owner: Node) -> list[Node]:
    """Return the provisioned hosts that a setting can affect: below its owner, or with links in the organization."""
    if store.has_links():
        return store.provisioned_hosts(organization)
    return hosts_under(store, owner)


def hosts_under(store: Store, owner: Node) -> list[Node]:
    """Return the provisioned hosts below the owner of a setting."""
    if owner.kind == "hostgroups":
        hosts = (store.at(entry["host"]["id"]) for entry in owner.data["hosts"])
        return [found for host in hosts if host for found in store.provisioned_hosts(host)]
    return store.provisioned_hosts(store.get(owner.parent) if owner.kind == "applications" else owner)


def _values(store: Store, hosts: list[Node], now: float, only: int | None = None) -> _Values:
    """Return the values of the settings that trigger handlers.

    Args:
        store: The state.
        hosts: The hosts.
        now: The current time.
        only: The row of a single application. Default: all installed applications.
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
                # As JSON, since in Python 1 == True.
                found = {key: json.dumps(_value(resolver.find(levels, key, host)), sort_keys=True) for key in triggers}
                values[host.id, context.id] = (application.doc, found)
    return values


def _value(found: ResolvedSetting | None) -> Any:
    return found.value if found else None
