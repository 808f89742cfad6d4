"""Orders to machines: start, pause, resume, shutdown and power off (S53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.simulation.agenda import runner, schedule, unschedule
from comodit_client.sandbox.simulation.changes import hold_changes, resume_changes
from comodit_client.sandbox.simulation.events import watch_provisioning
from comodit_client.sandbox.simulation.machine import failure_of, is_ready, start_again, state_of
from comodit_client.sandbox.simulation.notifications import notify
from comodit_client.sandbox.simulation.scenario import scenario_of, steps_of
from comodit_client.sandbox.simulation.transition_log import log_transition
from comodit_client.sandbox.simulation.transitions import unfold
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import place_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

#: The required states and the resulting state of each order.
ORDERS = {
    "start": ({"STOPPED"}, "RUNNING"),
    "pause": ({"RUNNING"}, "PAUSED"),
    "resume": ({"PAUSED"}, "RUNNING"),
    "shutdown": ({"RUNNING"}, "STOPPED"),
    "poweroff": ({"RUNNING", "PAUSED"}, "STOPPED"),
}
#: Orders that the agent carries out; the others are those of the driver.
_OF_THE_AGENT = ("pause", "shutdown")


def ensure_ready(machine: Document, now: float) -> None:
    """Check that the provisioning of a machine is complete.

    Raises:
        ApiError: It is not, or it has failed.
    """
    if error := failure_of(machine, now):
        raise conflict(
            f"The provisioning failed: {error}. Delete the instance, then provision the host again",
            "instances.wrong-state",
        )
    if not is_ready(machine, now):
        raise conflict("The machine is still being provisioned", "instances.wrong-state")


def run_order(world: World, place: Place, instance: Node, name: str) -> None:
    """Run an order; it replaces one that is in progress.

    Raises:
        ApiError: The state of the machine does not allow the order.
    """
    machine, now = instance.data, world.now()
    _ensure_allowed(machine, name, now)
    notify(world, "execute", f"{name.capitalize()} of host {place.host.name}", place.organization, place)
    count = machine.get("orders", 0)
    machine.update(orders=count + 1, power=state_of(machine, now))
    course = unfold(steps_of(world, name, place), scenario_of(world).random(name, place, count))
    failure, target = course.failure, ORDERS[name][1]
    due = now + (failure.after if failure else course.reached.get(target, 0.0))
    continues = name == "start" and target in course.reached and start_again(machine, now, due)
    # An order without a state changes nothing; one that hangs is not scheduled.
    machine["order"] = {"name": name, "due": due, "state": target if target in course.reached else None}
    machine["order"]["error"] = failure.error if failure else None
    if failure is None and target not in course.reached:
        unschedule(world.store, instance, "order")
        world.store.save(instance)
    elif due > now:
        world.store.save(instance)
        schedule(world.store, instance, "order", due)
    else:
        unschedule(world.store, instance, "order")
        _complete(world, place, instance)
    if continues:
        watch_provisioning(world, instance)


def _ensure_allowed(machine: Document, name: str, now: float) -> None:
    state, allowed = state_of(machine, now), ORDERS[name][0]
    if state not in allowed:
        text = f"The instance is {state}; this requires {' or '.join(sorted(allowed))}"
        raise conflict(text, "instances.wrong-state")
    if name == "start":
        return
    ensure_ready(machine, now)
    if name in _OF_THE_AGENT and machine.get("agent_lost"):
        raise conflict("The agent of the machine does not respond", "instances.no-agent")


@runner("order")
def _end_order(world: World, instance: Node) -> None:
    _complete(world, place_of(world.store, world.store.get(instance.parent)), instance)


def _complete(world: World, place: Place, instance: Node) -> None:
    """Put an order into effect; the changes of the host stop or continue with the machine."""
    order: Document = instance.data.pop("order")
    if order["error"]:
        world.store.save(instance)
        text = f"{order['name'].capitalize()} of host {place.host.name} failed: {order['error']}"
        log(world, "agent", text, *place.owners)
        log_transition(place, f"{order['name']} failed: {order['error']}")
        return
    instance.data["power"] = order["state"]
    world.store.save(instance)
    log_transition(place, order["state"])
    if order["state"] == "RUNNING":
        resume_changes(world, place.host, instance)
    else:
        hold_changes(world, place.host)
