"""Orchestrations that a change of settings starts, since they have handlers for the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.orchestration_runs import run
from comodit_client.sandbox.state.host_groups import hosts_of, hosts_to_run_on
from comodit_client.sandbox.state.logs import log

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.store import Document, Node, Store


@contextmanager
def start_orchestrations(call: Call, owner: Node) -> Iterator[None]:
    """Run the orchestrations with a handler for a setting that changes in the block, once each.

    Args:
        call: The request; it can switch this off.
        owner: The owner of the settings; orchestrations run only if they have hosts below it.
    """
    if not call.flag("trigger_orchestration_handler", True):
        yield
        return
    store = call.world.store
    before = _settings(store, owner)
    yield
    after = _settings(store, owner)
    keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    organization = call.organization()
    for orchestration, _ in affected_orchestrations(store, organization, owner, keys):
        try:
            run(call.world, orchestration, call.caller.name)
        except ApiError as error:
            # The change of the setting remains valid; the log is the only place for the error.
            log(call.world, "other", f"Orchestration {orchestration.name} not started: {error.texts[0]}", organization)


def affected_orchestrations(
    store: Store, organization: Node, owner: Node, keys: Collection[str]
) -> Iterator[tuple[Node, list[Node]]]:
    """Yield the orchestrations that a change of settings starts, each with its affected hosts.

    Args:
        store: The state.
        organization: The organization of the orchestrations.
        owner: The owner of the settings.
        keys: The keys of the settings.
    """
    below: set[int] | None = None
    for orchestration in store.children(organization.id, "orchestrations"):
        handlers = store.children(orchestration.id, "handlers")
        if all(set(keys).isdisjoint(handler.doc.get("triggers", [])) for handler in handlers):
            continue
        if below is None:
            below = {host.id for host in _hosts_below(store, owner)}
        hosts = [host for host in _hosts(store, orchestration) if host.id in below]
        if hosts:
            yield orchestration, hosts


def _hosts(store: Store, orchestration: Node) -> list[Node]:
    try:
        return hosts_to_run_on(store, orchestration.name, orchestration.data["groups"])
    except ApiError:
        return []


def _hosts_below(store: Store, owner: Node) -> list[Node]:
    """Return the hosts that a setting of an owner can affect; settings of definitions start no orchestrations."""
    if owner.kind == "hostgroups":
        return hosts_of(store, owner)
    return store.hosts_in(store.get(owner.parent) if owner.kind == "applications" else owner)


def _settings(store: Store, owner: Node) -> dict[str, Document]:
    """Return the settings of an owner by key, without their versions."""
    nodes = store.children(owner.id, "settings")
    return {node.name: {name: node.doc[name] for name in node.doc if name != "version"} for node in nodes}
