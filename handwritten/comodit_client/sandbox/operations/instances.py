"""Instances: provisioning, and orders to machines (S48 to S67)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.http.documents import required_text, without
from comodit_client.sandbox.http.responses import ApiResponse, accepted, binary, empty_ok, no_content, ok
from comodit_client.sandbox.http.rights import CHANGE
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.definitions import add_definition
from comodit_client.sandbox.operations.images import add_image
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.changes import drop_changes
from comodit_client.sandbox.simulation.drivers import class_of
from comodit_client.sandbox.simulation.events import watch_provisioning
from comodit_client.sandbox.simulation.filesystem import read_file
from comodit_client.sandbox.simulation.machine import (
    agent_is_up,
    attached_machine,
    failure_of,
    is_ready,
    new_machine,
    properties_of,
    state_of,
)
from comodit_client.sandbox.simulation.orders import ORDERS, ensure_ready, run_order
from comodit_client.sandbox.simulation.provisioning import plan_provisioning
from comodit_client.sandbox.simulation.rendering import Hidden
from comodit_client.sandbox.simulation.resolution import Resolver
from comodit_client.sandbox.state.definitions import definition_of

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_BLOCKED_BY_LOCK = {"shutdown", "poweroff"}
_BYTES_OF_MEMORY = 2 * 1024**3


def attach(world: World, place: Place, properties: list[Document]) -> Node:
    """Add the instance of an existing machine; the host is READY at once (S51).

    Raises:
        ApiError: The host has an instance already.
    """
    machine = attached_machine(world.store, place.host, properties, world.now())
    return _add(world, place, machine)


def _add(world: World, place: Place, machine: Document) -> Node:
    if world.store.single(place.host.id, "instance"):
        raise conflict(f"Host {place.host.name} has an instance already", "instances.twice")
    return world.store.add(place.host.id, "instance", "", {}, machine)


def _document(place: Place, instance: Node, now: float) -> Document:
    machine = instance.data
    document = {
        "organization": place.organization.name,
        "environment": place.environment.name,
        "host": place.host.name,
        "state": state_of(machine, now),
        "synapseState": "Up" if agent_is_up(machine, now) else "Down",
        "locked": machine["locked"],
        "properties": properties_of(machine, now),
    }
    if now >= machine["moments"]["hostname"]:
        addresses = {"eth0": machine["address"], "external": machine["public"] or machine["address"]}
        document["hostname"] = machine["hostname"]
        document["hostData"] = {"hostname": machine["hostname"], "ip": addresses}  # S57
    # An instance of an archive has what its service knew.
    return {**document, **instance.doc}


def _response(call: Call, place: Place, instance: Node) -> ApiResponse:
    return ok(_document(place, instance, call.world.now()))


@operation("instances.get")
def _get(call: Call) -> ApiResponse:
    return _response(call, call.place(), call.single("instance"))


@operation("instances.create")
def _provision(call: Call) -> ApiResponse:
    """Provision a host: create a machine, install its distribution and its applications (S50)."""
    world, place = call.world, call.place()
    contexts = {kind: world.store.single(place.host.id, kind) for kind in ("platform", "distribution")}
    missing = [f"Host {place.host.name} has no {kind}" for kind, context in contexts.items() if context is None]
    if missing:
        raise ApiError(400, *missing, behaviour="instances.incomplete")
    platform = contexts["platform"]
    assert platform is not None
    definition = definition_of(world.store, place.organization, platform)
    if definition is not None and definition.data.get("one_at_a_time"):
        _ensure_platform_free(world, place, platform)
    machine = _new_machine(world, place, platform, definition)
    instance = _add(world, place, machine)
    watch_provisioning(world, instance)
    return _response(call, place, instance)


def _new_machine(world: World, place: Place, platform: Node, definition: Node | None) -> Document:
    if world.store.single(place.host.id, "instance"):
        raise conflict(f"Host {place.host.name} has an instance already", "instances.twice")
    resolver = Resolver(world.store, world.now())
    levels = resolver.levels(place, platform)
    found = {key: resolver.find(levels, key, place.host) for key in ("mac_address", "vm_mac")}
    settings = {key: value.value for key, value in found.items() if value}
    driver = class_of(definition.doc.get("driver") if definition else None)
    timeline = plan_provisioning(world, place, driver)
    note(world, "instances.timeline")
    note(world, "instances.properties")
    return new_machine(world.store, place.host, driver, settings, world.now(), timeline)


def _ensure_platform_free(world: World, place: Place, platform: Node) -> None:
    """Check that no other host is being provisioned on a platform with one machine at a time (S67)."""
    for host in world.store.users_of(place.organization.id, "platform", platform.name):
        instance = world.store.single(host.id, "instance")
        if instance and host.id != place.host.id and not is_ready(instance.data, world.now()):
            failure = failure_of(instance.data, world.now())
            reason = "has failed; delete its instance" if failure else "is not ready yet"
            text = f"{platform.name} provisions one machine at a time; host {host.name} {reason}"
            raise conflict(text, "instances.one-at-a-time")


@operation("instances.create_with_properties")
def _attach(call: Call) -> ApiResponse:
    """Attach an existing machine (S51)."""
    note(call.world, "instances.attach")
    for item in call.body:
        required_text(item, "key")
    place = call.place()
    return _response(call, place, attach(call.world, place, [without(item, ()) for item in call.body]))


@operation("instances.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete the machine and its changes; the host is DEFINED again (S50).

    Force deletes it even if the driver cannot stop the machine (S140). That a lock still holds is inferred.
    """
    instance = call.single("instance")
    if call.flag("force"):
        note(call.world, "instances.force-locked" if instance.data["locked"] else "instances.force")
    _ensure_unlocked(instance)
    if not call.flag("force") and state_of(instance.data, call.world.now()) == "RUNNING":
        _ensure_stoppable(call)
    return _drop(call, no_content())


def _ensure_stoppable(call: Call) -> None:
    place = call.place()
    name = place.host.name
    if error := call.world.faults.error_for_task(place.names, f"stop machine of {name}", named=True):
        raise conflict(f"The machine of host {name} cannot be stopped: {error}")


@operation("instances.forget")
def _forget(call: Call) -> ApiResponse:
    """Delete the instance, but not the machine."""
    note(call.world, "instances.forget")
    return _drop(call, accepted())


def _drop(call: Call, response: ApiResponse) -> ApiResponse:
    instance = call.single("instance")
    drop_changes(call.world.store, call.host())
    call.world.store.delete([instance])
    return response


def _order(name: str, call: Call) -> ApiResponse:
    """Run an order, if the state of the machine allows it (S53)."""
    instance = call.single("instance")
    if name in _BLOCKED_BY_LOCK:
        _ensure_unlocked(instance)
    run_order(call.world, call.place(), instance, name)
    return accepted()


for _name in ORDERS:
    operation(f"instances.{_name}")(partial(_order, _name))


def _set_lock(locked: bool, call: Call) -> ApiResponse:
    instance = call.single("instance")
    instance.data["locked"] = locked
    call.world.store.save(instance)
    return empty_ok()


operation("instances.lock")(partial(_set_lock, True))
operation("instances.unlock")(partial(_set_lock, False))


def _ensure_unlocked(instance: Node) -> None:
    if instance.data["locked"]:
        raise conflict("The instance is locked; unlock it first", "instances.locked")


@operation("instances.get_vnc")
def _get_vnc(call: Call) -> ApiResponse:
    """Return the location of the machine's screen; only a running machine has one (S52, S66)."""
    machine = call.single("instance").data
    state = state_of(machine, call.world.now())
    if state != "RUNNING":
        raise conflict(f"The instance is {state}; only a running instance has a screen", "instances.no-screen")
    return ok(machine["vnc"])


def _machine_with_agent(call: Call) -> Document:
    machine = call.single("instance").data
    if not agent_is_up(machine, call.world.now()):
        raise conflict("The agent of the machine does not respond", "instances.no-agent")
    return machine


@operation("instances.get_file")
def _get_file(call: Call) -> ApiResponse:
    """Read a file of the machine (S65)."""
    _machine_with_agent(call)
    place, path = call.place(), call.query["path"]
    return binary(read_file(call.world, place, call.single("instance"), path, Hidden.of(call.rights(), place)))


@operation("instances.get_status")
def _get_status(call: Call) -> ApiResponse:
    """Return the value of a sensor (S137, S138)."""
    machine = _machine_with_agent(call)
    note(call.world, "instances.sensors")
    sensor = call.names["sensor"]
    sensors = {
        "hostname": machine["hostname"],
        "ip": {"eth0": machine["address"]},
        "memtotal": _BYTES_OF_MEMORY,
        "macaddress": {"eth0": machine["mac"]},
        "platform": "linux",
        "uptime": int(call.world.now() - machine["moments"]["running"]),
        "cpu": 3,
    }
    if call.names["collection"] not in ("hosts", "host") or sensor not in sensors:
        text = f"Sensor {sensor} does not exist in {call.names['collection']}"
        raise ApiError(404, text, behaviour="instances.other-sensors")
    return ok({"status": {sensor: sensors[sensor]}})


@operation("instances.create_image")
def _create_image(call: Call) -> ApiResponse:
    """Save the machine as an image, and create a distribution from it if requested."""
    note(call.world, "instances.image")
    name = required_text(call.body, "name")
    instance = call.single("instance")
    ensure_ready(instance.data, call.world.now())
    add_image(call.world.store, call.place(), name)
    if call.flag_of_body("createDistribution"):
        call.rights().require(call.organization(), CHANGE)
        body = {"name": name, "description": f"Image of host {call.host().name}", "settings": call.body.get("settings")}
        add_definition(call.world.store, call.organization(), "distributions", body)
    return accepted()
