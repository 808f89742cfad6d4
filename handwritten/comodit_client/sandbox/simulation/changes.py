"""The worker that carries out the changes of hosts (S69 to S78).

Nothing runs in the background: when a change is queued, the end of each of its tasks is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import schedule
from comodit_client.sandbox.simulation.machine import available_from
from comodit_client.sandbox.simulation.scenario import scenario_of, steps_of
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.ids import new_change_key
from comodit_client.sandbox.state.places import matching_places, place_of

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

#: The seconds of a change that was queued before changes had a pace of their own.
_OLD_TIME = 0.5


def queue_change(world: World, host: Node, description: str, tasks: Sequence[str]) -> str:
    """Queue a change of a host, before the response to the request that causes it (S74).

    Args:
        world: The sandbox.
        host: The host.
        description: The description of the change.
        tasks: The descriptions of its tasks, in order.

    Returns:
        The key of the change (S77).

    Raises:
        ApiError: The host has no instance to work on (S46).
    """
    store = world.store
    instance = store.single(host.id, "instance")
    if instance is None:
        raise conflict(f"Host {host.name} has no instance; provision it first", "changes-of-hosts.no-machine")
    place = place_of(store, store.get(host.id))
    number = _next_number(store, place.host)
    note(world, "changes-of-hosts.tasks")
    if number > len(store.children(host.id, "changes")):
        note(world, "changes-of-hosts.numbers")
    queued, pace = _planned(world, place, tasks, number)
    start = max(available_from(instance.data, world.now()), store.busy_until(host.id))
    _schedule(queued, start, pace)
    return _add(world, host, number, description, queued, pace)


def add_failed_change(world: World, host: Node, description: str, task: str, error: str) -> None:
    """Add a change that has failed, with one task."""
    host = world.store.get(host.id)
    queued: list[Document] = [{"description": task, "error": error, "due": world.now()}]
    _add(world, host, _next_number(world.store, host), description, queued, 0.0)


def fail_pending_task(world: World, fault: Fault) -> bool:
    """Make the first pending task that a fault applies to fail.

    Returns:
        True if there is such a task.
    """
    for place in matching_places(world.store, fault.organization, fault.environment, fault.host):
        for change in world.store.children(place.host.id, "changes"):
            for pending in change.data["tasks"]:
                if _is_pending(world, pending) and fault.matches_task(place.names, pending["description"]):
                    pending["error"] = fault.error
                    _save(world, change)
                    return True
    return False


def hold_changes(world: World, host: Node) -> None:
    """Suspend the work while the machine is off (S134)."""
    _reschedule(world, host, NEVER)


def resume_changes(world: World, host: Node, instance: Node) -> None:
    """Resume the work when the machine is on again."""
    _reschedule(world, host, available_from(instance.data, world.now()))


def drop_changes(store: Store, host: Node) -> None:
    """Delete all changes of a host whose machine no longer exists."""
    store.delete(store.children(host.id, "changes"))


def _next_number(store: Store, host: Node) -> int:
    number: int = host.data.get("next_change", 0)
    host.data["next_change"] = number + 1
    store.save(host)
    return number


def _planned(world: World, place: Place, tasks: Sequence[str], number: int) -> tuple[list[Document], float]:
    """Return the tasks of a change, with their failures, and the seconds that each of them takes."""
    (step,) = steps_of(world, "change", place)
    random = scenario_of(world).random("change", place, number)
    duration, _ = step.draw(random)
    planned: list[Document] = []
    for description in tasks:
        task: Document = {"description": description}
        _, outcome = step.draw(random)
        error = world.faults.error_for_task(place.names, description) or (step.error if outcome == "error" else None)
        if error is not None:
            task["error"] = error
        elif outcome == "hang":
            task["hangs"] = True
        planned.append(task)
    return planned, duration / max(1, len(tasks))


def _add(world: World, host: Node, number: int, description: str, tasks: list[Document], pace: float) -> str:
    """Add a change, and return its key."""
    key = new_change_key()
    doc = {"orderNum": number, "key": key, "description": description}
    data = {**_summarize(tasks, world.now()), "pace": pace}
    change = world.store.add(host.id, "changes", str(number), doc, data)
    schedule(world.store, change, "change", change.data["finish"])
    return key


def _is_pending(world: World, task: Document) -> bool:
    return task["due"] > world.now() and "error" not in task


def _save(world: World, change: Node) -> None:
    """Save a change whose tasks have changed."""
    change.data |= _summarize(change.data["tasks"], world.now())
    world.store.save(change)


def _schedule(tasks: list[Document], start: float, duration: float) -> float:
    """Set the end of each task; return the last one. Nothing follows a task that hangs."""
    for task in tasks:
        start = task["due"] = NEVER if task.get("hangs") else min(NEVER, start + duration)
    return start


def _reschedule(world: World, host: Node, start: float) -> None:
    for change in world.store.children(host.id, "changes"):
        pending = [task for task in change.data["tasks"] if task["due"] > world.now()]
        if pending:
            start = _schedule(pending, start, _pace(world, change))
            _save(world, change)


def _pace(world: World, change: Node) -> float:
    """Return the seconds that each task of a change takes; a change of an older database has only the total."""
    total = _OLD_TIME if world.change_time is None else world.change_time
    pace: float = change.data.get("pace", total / len(change.data["tasks"]))
    return pace


def _summarize(tasks: list[Document], now: float) -> Document:
    """Return the data of a change: its tasks, when the last one ends and when the first one fails."""
    failing = [task["due"] for task in tasks if "error" in task]
    return {
        "tasks": tasks,
        "finish": max((task["due"] for task in tasks), default=now),
        "fault": min(failing, default=None),
    }
