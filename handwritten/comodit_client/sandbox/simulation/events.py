"""Events that are logged and notified when they are due: provisioned hosts, registered agents, completed tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.notifications import notify
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import place_of
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World


def watch_provisioning(store: Store, instance: Node) -> None:
    """Schedule the events of a provisioning: the agent registers, the host is READY."""
    for event in ("agent", "ready"):
        schedule(store, instance, event, instance.data["moments"][event])


@runner("agent")
def _log_registration(world: World, instance: Node) -> float | None:
    due: float = instance.data["moments"]["agent"]
    if due > world.now():
        return due if due < NEVER else world.now()
    place = place_of(world.store, world.store.get(instance.parent))
    message = f"Agent of {place.host.name} registered"
    log(world, "agent", message, place.organization, place.environment, place.host)
    return None


@runner("ready")
def _notify_provisioned(world: World, instance: Node) -> float | None:
    due: float = instance.data["moments"]["ready"]
    if due > world.now():
        return due if due < NEVER else world.now()
    place = place_of(world.store, world.store.get(instance.parent))
    notify(world, "provisioned", f"Host {place.host.name} is provisioned", place.organization, place)
    return None


@runner("change")
def _log_report(world: World, change: Node) -> float | None:
    """Log the agent's report on the tasks of a change."""
    finish: float = change.data["finish"]
    if finish > world.now():
        return finish if finish < NEVER else world.now()
    place = place_of(world.store, world.store.get(change.parent))
    for task in change.data["tasks"]:
        message = f"{place.host.name}: {task['description']}: {task.get('error', 'OK')}"
        more = {"timestamp": format_timestamp(task["due"])}
        log(world, "agent", message, place.organization, place.environment, place.host, more)
    return None
