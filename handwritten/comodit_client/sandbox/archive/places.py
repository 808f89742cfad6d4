"""Environments and hosts of an archive, with contexts, instances and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.groups import load_groups
from comodit_client.sandbox.archive.properties import load_properties
from comodit_client.sandbox.archive.reading import (
    Entity,
    flat_members,
    is_file,
    members,
    objects,
    read_document,
    texts,
)
from comodit_client.sandbox.archive.storing import add, add_settings, stored, with_defaults
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.simulation.machine import attached_machine
from comodit_client.sandbox.state.clock import NEVER

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_PATH = ("organization", "environment", "host")
_SINGLES = ("platform", "distribution")
#: The members of an instance that are computed from its machine.
_OF_A_MACHINE = (*_PATH, "state", "synapseState", "locked", "properties", "hostname")
#: A time that is past for every clock of the sandbox.
_PAST = 0.0


def load_environment(world: World, organization: Node, entity: Entity) -> None:
    """Load an environment with its hosts.

    Raises:
        ApiError: A file cannot be read, or a name is missing or occurs twice.
    """
    doc = stored(entity.document, ("organization", "hosts", "settings"))
    environment = add(world.store, entity, organization, "environments", doc)
    add_settings(world.store, entity, environment)
    for host in members(entity, "hosts", listed="hosts"):
        load_host(world, organization, environment, host)
    load_properties(world.store, organization, entity, environment)
    load_groups(world, organization, entity, environment)


def load_host(world: World, organization: Node, environment: Node, entity: Entity) -> None:
    """Load a host with its contexts and its instance.

    Raises:
        ApiError: A file cannot be read, or a name is missing or occurs twice.
    """
    store = world.store
    computed = ("organization", "environment", "applications", *_SINGLES, "settings", "state")
    host = add(store, entity, environment, "hosts", stored(entity.document, computed))
    add_settings(store, entity, host)
    for kind in _SINGLES:
        _load_single(world, entity, host, kind)
    found = flat_members(entity, "applications", "application")
    for position, name in enumerate(dict.fromkeys([*texts(entity.document.get("applications")), *found])):
        context = found.get(name) or Entity(entity.place, {}, name)
        _load_context(world, context, host, "applications", "application", {"position": position})
    file = entity.place / "instance.json"
    if is_file(file):
        document = read_document(file)
        machine = _machine(world, host, document, entity.document.get("state"))
        store.add(host.id, "instance", "", without(document, _OF_A_MACHINE), machine)
    load_properties(store, organization, entity, host)
    load_groups(world, organization, entity, host)


def _load_single(world: World, entity: Entity, host: Node, kind: str) -> None:
    """Load the platform or the distribution of a host; it may be known by its name only."""
    name, file = entity.document.get(kind), entity.place / f"{kind}.json"
    if isinstance(name, str) and name:
        context = Entity(file, read_document(file) if is_file(file) else {}, name)
        _load_context(world, context, host, kind, kind, {})


def _load_context(world: World, context: Entity, host: Node, kind: str, naming: str, more: Document) -> None:
    doc = with_defaults(without(context.document, (*_PATH, naming, "settings")), {"versionStamp": 0, **more})
    add_settings(world.store, context, add(world.store, context, host, kind, doc))


def _machine(world: World, host: Node, document: Document, host_state: object) -> Document:
    """Return the machine of an instance, in the state that it had. Time does not change it."""
    properties = [item for item in objects(document, "properties") if isinstance(item.get("key"), str)]
    machine = attached_machine(world.store, host, properties, _PAST)
    state = document.get("state") or "RUNNING"
    in_progress = host_state == "PROVISIONING"
    is_held = in_progress and state == "STOPPED"
    machine["moments"] |= {
        "running": NEVER if state == "PENDING" else _PAST,
        "agent": _PAST if document.get("synapseState") == "Up" else NEVER,
        "hostname": _PAST if "hostname" in document else NEVER,
        "ready": NEVER if in_progress else _PAST,
        "stopped": _PAST if is_held else NEVER,
    }
    machine["power"] = "RUNNING" if state == "PENDING" or is_held else state
    machine["locked"] = bool(document.get("locked"))
    machine["hostname"] = document.get("hostname") or machine["hostname"]
    # Changes are not part of an archive: the host keeps the state that they gave it.
    if host_state == "UPDATING":
        machine["finish"] = NEVER
    elif host_state == "ERROR":
        machine["fault"] = _PAST
    return machine
