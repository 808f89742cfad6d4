"""Events that are logged and notified when they are due: the transitions of machines, and completed tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.agents import apply_agent_fault
from comodit_client.sandbox.simulation.changes import add_failed_change
from comodit_client.sandbox.simulation.machine import failure_of, mark_failed
from comodit_client.sandbox.simulation.notifications import notify
from comodit_client.sandbox.simulation.provisioning import failed_task
from comodit_client.sandbox.simulation.transition_log import log_transition
from comodit_client.sandbox.simulation.transitions import STATES
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import place_of
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World


def watch_provisioning(world: World, instance: Node) -> None:
    """Schedule the next transition of a provisioning, if its time is known."""
    machine = instance.data
    if "passed" not in machine:
        # A machine of an older database has no record of the transitions that were logged.
        machine["passed"] = [state for state, at in machine["moments"].items() if at < world.now()]
        world.store.save(instance)
    due = _next_due(machine)
    if due is not None:
        schedule(world.store, instance, "transition", due)


def _next_due(machine: Document) -> float | None:
    due = min((at for state, at in machine["moments"].items() if state not in machine["passed"]), default=NEVER)
    return due if due < NEVER else None


@runner("transition")
def _pass_transitions(world: World, instance: Node) -> float | None:
    place = place_of(world.store, world.store.get(instance.parent))
    machine = instance.data
    passed = machine["passed"]
    for state in STATES["provision"]:
        if state.lower() not in passed and machine["moments"][state.lower()] <= world.now():
            passed.append(state.lower())
            _pass(world, place, instance, state)
    world.store.save(instance)
    return _next_due(machine)


def _pass(world: World, place: Place, instance: Node, state: str) -> None:
    error = failure_of(instance.data, world.now()) if state == "READY" else None
    if error is not None:
        _fail(world, place, instance, error)
        return
    log_transition(place, state)
    if state == "AGENT":
        log(world, "agent", f"Agent of {place.host.name} registered", *place.owners)
    if state == "READY":
        notify(world, "provisioned", f"Host {place.host.name} is provisioned", place.organization, place)
        apply_agent_fault(world, place, instance)


def _fail(world: World, place: Place, instance: Node, error: str) -> None:
    name = place.host.name
    task = failed_task(world, place, instance.data["failure"]["stage"])
    mark_failed(instance.data)
    add_failed_change(world, place.host, f"Provision host {name}", task, error)
    message = f"Provisioning of host {name} failed: {error}"
    log(world, "agent", message, *place.owners)
    notify(world, "provisioned", message, place.organization, place)
    log_transition(place, f"ERROR: {error}")


@runner("agent")
@runner("ready")
def _continue_old(world: World, instance: Node) -> None:
    """Continue the provisioning of a database whose machines had an entry for each of these events."""
    watch_provisioning(world, instance)


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
    errors = [task["error"] for task in change.data["tasks"] if "error" in task]
    log_transition(place, f"change {change.name} {f'failed: {errors[0]}' if errors else 'completed'}")
    return None
