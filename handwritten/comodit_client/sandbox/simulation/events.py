"""What is told when it happens by itself: a host is provisioned, an agent registers, tasks are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import place_of
from comodit_client.sandbox.operations.logs import log
from comodit_client.sandbox.operations.notifications import notify
from comodit_client.sandbox.simulation.agenda import plan, runner
from comodit_client.sandbox.state.clock import FAR
from comodit_client.sandbox.state.moments import stamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World


def watch_provisioning(store: Store, instance: Node) -> None:
    """Have it told when the agent of a machine registers and when its host is READY."""
    for event in ("agent", "ready"):
        plan(store, instance, event, instance.data["moments"][event])


@runner("agent")
def _registered(world: World, instance: Node) -> float | None:
    due: float = instance.data["moments"]["agent"]
    if due > world.now():
        return due if due < FAR else world.now()
    place = place_of(world.store, world.store.get(instance.parent))
    message = f"Agent of {place.host.name} registered"
    log(world, "agent", message, place.organization, place.environment, place.host)
    return None


@runner("ready")
def _provisioned(world: World, instance: Node) -> float | None:
    due: float = instance.data["moments"]["ready"]
    if due > world.now():
        return due if due < FAR else world.now()
    place = place_of(world.store, world.store.get(instance.parent))
    notify(world, "provisioned", f"Host {place.host.name} is provisioned", place.organization, place)
    return None


@runner("change")
def _reported(world: World, change: Node) -> float | None:
    """Write what the agent reports of the tasks of a change."""
    finish: float = change.data["finish"]
    if finish > world.now():
        return finish if finish < FAR else world.now()
    place = place_of(world.store, world.store.get(change.parent))
    for task in change.data["tasks"]:
        message = f"{place.host.name}: {task['description']}: {task.get('error', 'OK')}"
        more = {"timestamp": stamp(task["due"])}
        log(world, "agent", message, place.organization, place.environment, place.host, more)
    return None
