"""Executions of orchestrations: they run operation after operation, on one host after the other.

Each operation is a change of its host: it takes its time, waits for a machine that is off, and fails if a task fails.
The next operation begins when the change is complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.simulation.handlers import tasks_of
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.definitions import definition_of
from comodit_client.sandbox.state.host_groups import host_location, hosts_to_run_on
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import place_of
from comodit_client.sandbox.state.references import make_reference, target
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Rights
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World


def begin(world: World, orchestration: Node, hosts: Sequence[Node], user: str, pipeline: Node | None = None) -> Node:
    """Start an execution.

    Args:
        world: The sandbox.
        orchestration: The orchestration; later changes to it do not affect the execution.
        hosts: The hosts, in order.
        user: The user who starts it.
        pipeline: The execution of a pipeline that continues when this one ends.

    Returns:
        The execution.
    """
    note(world, "orchestrations.run")
    operations = sorted(orchestration.doc.get("applicationsOperations", []), key=_position)
    queues = [{**host_location(world.store, host), "kept": make_reference(host)} for host in hosts]
    doc = {
        "uuid": new_uuid(),
        "orchestrationVersion": orchestration.doc["version"],
        "createdBy": user,
        "created": format_timestamp(world.now()),
        "started": format_timestamp(world.now()),
    }
    data = {"status": "RUNNING", "operations": operations, "queues": queues, "host": 0, "operation": 0, "change": None}
    if pipeline is not None:
        data["pipeline"] = pipeline.id
    context = world.store.add(orchestration.id, "contexts", doc["uuid"], doc, data)
    log(world, "other", f"Orchestration {orchestration.name} started", world.store.get(orchestration.parent))
    _continue(world, context)
    return context


def is_active(context: Node) -> bool:
    """Return whether an execution is running or paused."""
    return context.data["status"] in ("RUNNING", "PAUSED")


def context_document(store: Store, context: Node, rights: Rights) -> Document:
    """Return an execution as the API returns it, without the hosts that the caller may not read."""
    orchestration = store.get(context.parent)
    queues = [
        _queue_document(index, queue)
        for index, queue in enumerate(context.data["queues"])
        if (host := target(store, queue["kept"])) is None or rights.reads(host)
    ]
    document = {
        **context.doc,
        "organization": store.get(orchestration.parent).name,
        "orchestration": orchestration.name,
        "status": context.data["status"],
        "hostQueues": queues,
    }
    if "finished" in context.data:
        document["finished"] = format_timestamp(context.data["finished"])
    return document


def pause(world: World, context: Node) -> None:
    """Pause an execution after the current operation.

    Raises:
        ApiError: The execution is not running.
    """
    _require_status(context, "RUNNING")
    context.data["status"] = "PAUSED"
    world.store.save(context)


def resume(world: World, context: Node) -> None:
    """Resume a paused execution.

    Raises:
        ApiError: The execution is not paused.
    """
    _require_status(context, "PAUSED")
    context.data["status"] = "RUNNING"
    _continue(world, context)


def cancel(world: World, context: Node) -> None:
    """Cancel an execution; changes that are queued stay.

    Raises:
        ApiError: The execution has ended.
    """
    _require_status(context, "RUNNING", "PAUSED", "ERROR")
    queues = context.data["queues"]
    if context.data["host"] < len(queues) and queues[context.data["host"]].get("status") == "RUNNING":
        queues[context.data["host"]].update(status="STOPPED", finished=world.now())
    _end(world, context, "STOPPED")


def restart(world: World, context: Node, skip_error: bool) -> None:
    """Resume a failed execution: retry the operation, or skip the rest of the failed host.

    Raises:
        ApiError: The execution has not failed.
    """
    _require_status(context, "ERROR")
    data = context.data
    data["status"] = "RUNNING"
    del data["finished"]
    if skip_error:
        data.update(host=data["host"] + 1, operation=0)
    else:
        queue = data["queues"][data["host"]]
        data["queues"][data["host"]] = {name: queue[name] for name in queue if name not in ("error", "finished")}
    _continue(world, context)


def _continue(world: World, context: Node) -> None:
    next_time = _proceed(world, context)
    if next_time is not None:
        schedule(world.store, context, "orchestration", next_time)


def _proceed(world: World, context: Node) -> float | None:
    """Run as many operations as possible now; return when to continue."""
    data = context.data
    while data["status"] == "RUNNING":
        if data["host"] == len(data["queues"]):
            _end(world, context, "FINISHED")
            break
        queue = data["queues"][data["host"]]
        queue.setdefault("started", world.now())
        queue["status"] = "RUNNING"
        try:
            next_time = _advance_host(world, context, queue)
        except ApiError as error:
            queue.update(status="ERROR", error=error.texts[0], finished=world.now())
            data["change"] = None
            _end(world, context, "ERROR")
            break
        if next_time is not None:
            world.store.save(context)
            return next_time
    return None


@runner("orchestration")
def _due(world: World, context: Node) -> float | None:
    return _proceed(world, context)


def _advance_host(world: World, context: Node, queue: Document) -> float | None:
    """Advance the current host by one step; return when to continue, or None to continue at once.

    Raises:
        ApiError: The step failed.
    """
    data, host = context.data, target(world.store, queue["kept"])
    if host is None:
        raise conflict(f"Host {queue['canonicalName']} no longer exists")
    if data["change"] is not None:
        return _check_change(world, data, host)
    if data["operation"] == len(data["operations"]):
        queue.update(status="FINISHED", finished=world.now())
        data.update(host=data["host"] + 1, operation=0)
        return None
    item = data["operations"][data["operation"]]
    tasks = _tasks(world, host, item)
    if not tasks:
        data["operation"] += 1
        return None
    name = world.store.get(context.parent).name
    key = queue_change(world, host, f"Orchestration {name}: {item['application']}", tasks)
    data["change"] = key
    return None


def _check_change(world: World, data: Document, host: Node) -> float | None:
    """Check the change in progress; return when it will be complete, or None if it is.

    Raises:
        ApiError: The change failed or was deleted.
    """
    changes = world.store.children(host.id, "changes")
    change = next((change for change in changes if change.doc["key"] == data["change"]), None)
    if change is None:
        raise conflict("The change was deleted before it was complete")
    finish: float = change.data["finish"]
    if finish > world.now():
        return finish if finish < NEVER else world.now()
    errors = [task["error"] for task in change.data["tasks"] if "error" in task]
    if errors:
        raise conflict(errors[0])
    data.update(change=None, operation=data["operation"] + 1)
    return None


def _tasks(world: World, host: Node, item: Document) -> list[str]:
    """Return the tasks of an operation on a host; none if the application is not installed.

    Raises:
        ApiError: The application has no such handler or service.
    """
    context = world.store.find(host.id, "applications", item.get("application") or "")
    if context is None:
        return []
    application = definition_of(world.store, place_of(world.store, host).organization, context)
    doc: Document = application.doc if application else {}
    if item.get("handler"):
        chosen = [handler for handler in doc.get("handlers", []) if handler.get("name") == item["handler"]]
        if not chosen:
            raise conflict(f"Application {context.name} has no handler {item['handler']}")
        return tasks_of(chosen)
    action: Document = item.get("serviceAction") or {}
    if action.get("name") not in [service["name"] for service in doc.get("services", [])]:
        raise conflict(f"Application {context.name} has no service {action.get('name')}")
    return [f"{str(action.get('action') or 'restart').lower()} service {action['name']}"]


def _end(world: World, context: Node, status: str) -> None:
    context.data.update(status=status, finished=world.now())
    world.store.save(context)
    orchestration = world.store.get(context.parent)
    log(world, "other", f"Orchestration {orchestration.name} ended: {status}", world.store.get(orchestration.parent))
    pipeline = world.store.at(context.data.get("pipeline", -1))
    if pipeline is not None and pipeline.kind == "contexts":
        schedule(world.store, pipeline, "pipeline", world.now())


def _queue_document(index: int, queue: Document) -> Document:
    document = {name: value for name, value in queue.items() if name not in ("kept", "started", "finished")}
    moments: Document = {name: format_timestamp(queue[name]) for name in ("started", "finished") if name in queue}
    return {"position": index, **document, **moments}


def _require_status(context: Node, *states: str) -> None:
    if context.data["status"] not in states:
        raise conflict(f"The execution is {context.data['status']}; this requires {' or '.join(states)}")


def _position(item: Document) -> Any:
    return item.get("position") or 0


def ensure_not_active(store: Store, owner: Node, advice: str) -> None:
    """Check that no execution is running or paused.

    Raises:
        ApiError: There is such an execution.
    """
    for context in store.children(owner.id, "contexts"):
        if is_active(context):
            text = f"{owner.name} is {context.data['status']} already, execution {context.name}; {advice}"
            raise conflict(text, "orchestrations.active")


def run(world: World, orchestration: Node, user: str) -> Node:
    """Run an orchestration on its host groups.

    Raises:
        ApiError: The orchestration is running already, or has no host to run on.
    """
    hosts = hosts_to_run_on(world.store, f"Orchestration {orchestration.name}", orchestration.data["groups"])
    ensure_not_active(world.store, orchestration, "wait for it, or cancel it")
    return begin(world, orchestration, hosts, user)
