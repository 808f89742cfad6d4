"""The worker that carries out the changes of hosts (S69 to S78).

Nothing runs in the background: when a change is queued, the end of each of its tasks is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import schedule
from comodit_client.sandbox.simulation.machine import state_of
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.ids import new_change_key

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World


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
    host = store.get(host.id)
    number = host.data.get("next_change", 0)
    host.data["next_change"] = number + 1
    note(world, "changes-of-hosts.tasks")
    if number > len(store.children(host.id, "changes")):
        note(world, "changes-of-hosts.numbers")
    queued: list[Document] = [_with_failure(world, host, {"description": task}) for task in tasks]
    store.save(host)
    start = max(_available_from(world, instance), store.busy_until(host.id))
    _schedule(queued, start, world.change_time / max(1, len(queued)))
    key = new_change_key()
    doc = {"orderNum": number, "key": key, "description": description}
    change = store.add(host.id, "changes", str(number), doc, _summarize(queued, world.now()))
    schedule(store, change, "change", change.data["finish"])
    return key


def fail_task(world: World, host: Node, task: str, error: str) -> None:
    """Make a task of a host fail: a pending one, else the next one with that description."""
    for change in world.store.children(host.id, "changes"):
        for pending in change.data["tasks"]:
            if pending["description"] == task and pending["due"] > world.now() and "error" not in pending:
                pending["error"] = error
                change.data = _summarize(change.data["tasks"], world.now())
                world.store.save(change)
                return
    host.data.setdefault("failures", []).append({"task": task, "error": error})
    world.store.save(host)


def hold_changes(world: World, host: Node) -> None:
    """Suspend the work while the machine is off (S134)."""
    _reschedule(world, host, NEVER)


def resume_changes(world: World, host: Node, instance: Node) -> None:
    """Resume the work when the machine is on again."""
    _reschedule(world, host, _available_from(world, instance))


def drop_changes(store: Store, host: Node) -> None:
    """Delete all changes of a host whose machine no longer exists."""
    store.delete(store.children(host.id, "changes"))


def _with_failure(world: World, host: Node, task: Document) -> Document:
    failures: list[Document] = host.data.get("failures", [])
    for failure in failures:
        if failure["task"] == task["description"]:
            failures.remove(failure)
            return {**task, "error": failure["error"]}
    error = world.faults.error_for_task(task["description"])
    return task if error is None else {**task, "error": error}


def _available_from(world: World, instance: Node) -> float:
    """Return the time from which the machine can be worked on."""
    now = world.now()
    ready: float = instance.data["moments"]["ready"]
    return max(now, ready) if state_of(instance.data, now) in ("PENDING", "RUNNING") else NEVER


def _schedule(tasks: list[Document], start: float, duration: float) -> float:
    """Set the end of each task; return the last one."""
    for task in tasks:
        start = task["due"] = min(NEVER, start + duration)
    return start


def _reschedule(world: World, host: Node, start: float) -> None:
    for change in world.store.children(host.id, "changes"):
        pending = [task for task in change.data["tasks"] if task["due"] > world.now()]
        if pending:
            start = _schedule(pending, start, world.change_time / len(change.data["tasks"]))
            change.data = _summarize(change.data["tasks"], world.now())
            world.store.save(change)


def _summarize(tasks: list[Document], now: float) -> Document:
    """Return the data of a change: its tasks, when the last one ends and when the first one fails."""
    failing = [task["due"] for task in tasks if "error" in task]
    return {
        "tasks": tasks,
        "finish": max((task["due"] for task in tasks), default=now),
        "fault": min(failing, default=None),
    }
