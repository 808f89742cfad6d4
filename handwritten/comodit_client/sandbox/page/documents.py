"""The state of a sandbox as the page shows it. It is bounded, so that a large fleet can be watched as well."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import fields

from comodit_client.sandbox.faults.kinds import KINDS, Fault
from comodit_client.sandbox.operations.changes import change_document
from comodit_client.sandbox.simulation.machine import state_of
from comodit_client.sandbox.state.clock_options import clock_document

if TYPE_CHECKING:
    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

#: The hosts in a document.
MAX_HOSTS = 500
#: The names of each other kind in a document.
MAX_NAMES = 500
#: The tasks of a host in a document.
MAX_TASKS = 20
#: The families of definitions.
FAMILIES = ("applications", "platforms", "distributions")


def options_document() -> Document:
    """Return what does not change: the kinds and options of faults."""
    options = [
        {"name": field.name, "type": str(field.type).partition(" ")[0], "default": field.default}
        for field in fields(Fault)
        if field.name != "kind"
    ]
    return {
        "kinds": dict(KINDS),
        "options": options,
    }


def page_document(control: Control, name: str = "") -> Document:
    """Return the state of a sandbox.

    Args:
        control: The sandbox.
        name: The text that the names of the hosts contain, in any case. Default: all hosts.
    """
    world, store = control.world, control.world.store
    with store.transaction():
        rows = store.hosts_named(name, MAX_HOSTS)
        hosts = _hosts(world, rows)
        count = store.count_hosts()
        counts = {
            "hosts": count,
            "matching": store.count_hosts(name) if name else count,
            "shown": len(rows),
            "requests": control.stats()["total"],
        }
        organizations = store.children(0, "organizations")[:MAX_NAMES]
        return {
            "clock": clock_document(control.clock.current),
            "readOnly": world.read_only,
            "counts": counts,
            "faults": control.faults.documents(),
            "organizations": [_organization(store, node, hosts) for node in organizations],
        }


def _organization(store: Store, node: Node, hosts: dict[int, list[Document]]) -> Document:
    environments = [
        {"name": environment.name, "hosts": hosts.get(environment.id, [])}
        for environment in store.children(node.id, "environments")
    ]
    # Hosts stay in the document, even if their environment is one of too many.
    shown = [item for place, item in enumerate(environments) if place < MAX_NAMES or item["hosts"]]
    definitions = {family: store.names(node.id, family)[:MAX_NAMES] for family in FAMILIES}
    return {"name": node.name, "environments": shown, "definitions": definitions}


def _hosts(world: World, rows: list[int]) -> dict[int, list[Document]]:
    """Return hosts by the rows of their environments."""
    now, store = world.now(), world.store
    instances = {node.parent: state_of(node.data, now) for node in store.below(rows, "instance")}
    tasks: dict[int, list[Document]] = defaultdict(list)
    for change in store.open_changes(rows, now):
        tasks[change.parent] += _tasks(change, now)
    hosts: dict[int, list[Document]] = defaultdict(list)
    for row, environment, text, state in store.host_texts(rows, now):
        stored = json.loads(f"{text}}}")
        host = {
            "name": stored["name"],
            "state": state,
            "instance": instances.get(row),
            "applications": stored["applications"][:MAX_NAMES],
            "tasks": tasks[row][:MAX_TASKS],
        }
        hosts[environment].append(host)
    return hosts


def _tasks(change: Node, now: float) -> list[Document]:
    document = change_document(change, now)
    return [{**task, "change": document["description"]} for task in document["tasks"]]
