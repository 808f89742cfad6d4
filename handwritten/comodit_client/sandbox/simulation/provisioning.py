"""The course of a provisioning: the scenario's steps, the platform's driver and the injected faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation.scenario import scenario_of, steps_of
from comodit_client.sandbox.simulation.transitions import Timeline, fail_at, never, unfold, with_stop

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.world import World

#: The task that a failed provisioning shows, by the stage in which it failed.
_TASKS = {
    "PENDING": "create machine of {host}",
    "RUNNING": "start machine of {host}",
    "ADDRESS": "assign address to {host}",
    "STOPPED": "install distribution {distribution}",
    "PROVISIONING": "install distribution {distribution}",
    "AGENT": "register agent of {host}",
    "HOSTNAME": "report hostname of {host}",
    "READY": "complete provisioning of {host}",
}


def plan_provisioning(world: World, place: Place, driver: str) -> Timeline:
    """Return the course of a provisioning, and count it.

    Args:
        world: The sandbox.
        place: The host.
        driver: The class name of the platform's driver, without its package.
    """
    steps = steps_of(world, "provision", place)
    if driver == "LibvirtDriver":
        steps = with_stop(steps)
    fault = world.faults.fault_for_provisioning(place.names)
    if fault is not None:
        steps = never(steps) if fault.kind == "boot" else fail_at(steps, fault.at, fault.error)
    host = place.host
    count = host.data.get("provisionings", 0)
    host.data["provisionings"] = count + 1
    world.store.save(host)
    return unfold(steps, scenario_of(world).random("provision", place, count))


def failed_task(world: World, place: Place, stage: str) -> str:
    """Return the description of the task that a provisioning failed in."""
    distribution = world.store.single(place.host.id, "distribution")
    name = distribution.name if distribution else "of the host"
    return _TASKS[stage].format(host=place.host.name, distribution=name)
