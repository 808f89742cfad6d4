"""Executions of pipelines: reading and controlling them, and with them the orchestration of the current step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.orchestration_contexts import ensure_deletable
from comodit_client.sandbox.operations.pipelines import PIPELINES
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation import orchestration_runs
from comodit_client.sandbox.simulation.agenda import schedule
from comodit_client.sandbox.simulation.pipeline_runs import context_document, current_step, orchestration_context
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World

#: The required states of an execution for each verb.
_NEEDED = {
    "pause": ("RUNNING",),
    "resume": ("PAUSED",),
    "cancel": ("RUNNING", "PAUSED", "ERROR"),
    "restart": ("ERROR",),
}


def _context(call: Call) -> Node:
    return member(call.world.store, PIPELINES.find(call), "contexts", call.names["context"])


@operation("pipeline_contexts.list")
def _list(call: Call) -> Listing:
    store = call.world.store
    contexts = store.children(PIPELINES.find(call).id, "contexts")
    return collection(call.page(), contexts, partial(context_document, store))


@operation("pipeline_contexts.get")
def _get(call: Call) -> ApiResponse:
    return ok(context_document(call.world.store, _context(call)))


@operation("pipeline_contexts.delete")
def _delete(call: Call) -> ApiResponse:
    context = _context(call)
    ensure_deletable(context)
    call.world.store.delete([context])
    return no_content()


def _pause(world: World, context: Node, call: Call) -> None:
    context.data["status"] = "PAUSED"
    started = orchestration_context(world.store, current_step(context))
    if started is not None and started.data["status"] == "RUNNING":
        orchestration_runs.pause(world, started)


def _resume(world: World, context: Node, call: Call) -> None:
    context.data["status"] = "RUNNING"
    started = orchestration_context(world.store, current_step(context))
    if started is not None and started.data["status"] == "PAUSED":
        orchestration_runs.resume(world, started)
    schedule(world.store, context, "pipeline", world.now())


def _cancel(world: World, context: Node, call: Call) -> None:
    context.data.update(status="STOPPED", finished=world.now())
    step = current_step(context)
    started = orchestration_context(world.store, step)
    if started is not None and orchestration_runs.is_active(started):
        orchestration_runs.cancel(world, started)
    if step is not None and step.get("status") == "RUNNING":
        for part in (step, context.data["stages"][context.data["stage"]]):
            part.update(status="STOPPED", finished=world.now())


def _restart(world: World, context: Node, call: Call) -> None:
    """Retry the failed step. With skipError, skip the failed host of its orchestration, or its webhook."""
    skip = call.flag_of_body("skipError") or call.flag("skipError")
    data, step = context.data, current_step(context)
    assert step is not None  # An execution in ERROR has a current step.
    data["status"] = "RUNNING"
    del data["finished"]
    data["stages"][data["stage"]].pop("finished")
    data["stages"][data["stage"]]["status"] = "RUNNING"
    started = orchestration_context(world.store, step)
    if started is not None and started.data["status"] == "ERROR":
        step.pop("finished")
        step["status"] = "RUNNING"
        orchestration_runs.restart(world, started, skip)
    elif skip:
        data["step"] += 1
    else:
        for name in ("status", "started", "finished", "context"):
            step.pop(name, None)
    schedule(world.store, context, "pipeline", world.now())


def _control(name: str, verb: Callable[[World, Node, Call], None], call: Call) -> ApiResponse:
    note(call.world, "pipeline_contexts.control")
    context = _context(call)
    if context.data["status"] not in _NEEDED[name]:
        wanted = " or ".join(_NEEDED[name])
        raise conflict(f"The execution is {context.data['status']}; this requires {wanted}")
    verb(call.world, context, call)
    call.world.store.save(context)
    return ok(context_document(call.world.store, context))


for _name, _verb in {"pause": _pause, "resume": _resume, "cancel": _cancel, "restart": _restart}.items():
    operation(f"pipeline_contexts.{_name}")(partial(_control, _name, _verb))
