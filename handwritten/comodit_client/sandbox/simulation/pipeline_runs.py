"""Executions of pipelines: they run step after step and stage after stage, until a step fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.orchestration_runs import begin as begin_orchestration
from comodit_client.sandbox.simulation.orchestration_runs import ensure_not_active
from comodit_client.sandbox.simulation.outgoing import Delivery, Reply
from comodit_client.sandbox.simulation.webhooks import webhook_request
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.host_groups import hosts_to_run_on
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.references import name_of, target
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World


def in_order(store: Store, owner: Node, kind: str) -> list[Node]:
    """Return the stages of a pipeline or the steps of a stage, in order."""
    return sorted(store.children(owner.id, kind), key=lambda node: node.doc["order"])


def begin(world: World, pipeline: Node, user: str) -> Node:
    """Start an execution.

    Args:
        world: The sandbox.
        pipeline: The pipeline; later changes to its stages do not affect the execution.
        user: The user who starts it.

    Returns:
        The execution.
    """
    doc = {
        "uuid": new_uuid(),
        "createdBy": user,
        "created": format_timestamp(world.now()),
        "started": format_timestamp(world.now()),
    }
    stages = [
        _stage(world.store, index, stage) for index, stage in enumerate(in_order(world.store, pipeline, "stages"))
    ]
    data = {"status": "RUNNING", "stages": stages, "stage": 0, "step": 0}
    context = world.store.add(pipeline.id, "contexts", doc["uuid"], doc, data)
    log(world, "other", f"Pipeline {pipeline.name} started", world.store.get(pipeline.parent))
    # The agenda starts the first step, since it may send a request.
    schedule(world.store, context, "pipeline", world.now())
    return context


def context_document(store: Store, context: Node) -> Document:
    """Return an execution as the API returns it."""
    pipeline = store.get(context.parent)
    return {
        **context.doc,
        "organization": store.get(pipeline.parent).name,
        "pipeline": pipeline.name,
        "status": context.data["status"],
        **_timestamps(context.data),
        "stages": [
            {**_common_members(stage), "steps": [_step_document(store, step) for step in stage["steps"]]}
            for stage in context.data["stages"]
        ],
    }


def current_step(context: Node) -> Document | None:
    """Return the current step, or None at the end; stages without steps are skipped."""
    data = context.data
    while data["stage"] < len(data["stages"]):
        steps = data["stages"][data["stage"]]["steps"]
        if data["step"] < len(steps):
            step: Document = steps[data["step"]]
            return step
        data.update(stage=data["stage"] + 1, step=0)
    return None


def orchestration_context(store: Store, step: Document | None) -> Node | None:
    """Return the execution of the orchestration that a step has started."""
    if step is None or "context" not in step:
        return None
    return store.anywhere("contexts", step["context"])


@runner("pipeline")
def proceed(world: World, context: Node) -> float | Delivery | None:
    """Run as many steps as possible now; return when to continue, or a request to send first."""
    while context.data["status"] == "RUNNING":
        step = current_step(context)
        if step is None:
            _end(world, context, "FINISHED")
            break
        # A webhook that still runs was interrupted: by a restart, or because its reply could not be stored.
        if "status" not in step or (step["webhook"] and step["status"] == "RUNNING"):
            delivery = _start(world, context, step)
            world.store.save(context)
            if delivery is not None:
                return delivery
        _update_from_orchestration(world, step)
        if step["status"] == "RUNNING":
            world.store.save(context)
            return NEVER  # The end of the orchestration schedules it again.
        _finish_step(world, context, step)
    return None


def _start(world: World, context: Node, step: Document) -> Delivery | None:
    stage = context.data["stages"][context.data["stage"]]
    stage.setdefault("started", world.now())
    stage["status"] = "RUNNING"
    step.update(status="RUNNING", started=world.now())
    try:
        if step["webhook"]:
            webhook = target(world.store, step["webhook"])
            if webhook is None:
                raise conflict(f"Webhook {step['webhook']['name']} no longer exists")
            return Delivery(webhook_request(webhook), partial(_handle_reply, world, context.id))
        _start_orchestration(world, context, step)
    except ApiError as error:
        _fail(world, context, step, error.texts[0])
    return None


def _start_orchestration(world: World, context: Node, step: Document) -> None:
    orchestration = target(world.store, step["orchestration"])
    if orchestration is None:
        raise conflict(f"Orchestration {step['orchestration']['name']} no longer exists")
    groups = step["groups"] or orchestration.data["groups"]
    hosts = hosts_to_run_on(world.store, f"Step {step['name']}", groups)
    ensure_not_active(world.store, orchestration, "the step does not wait for it")
    step["context"] = begin_orchestration(world, orchestration, hosts, context.doc["createdBy"], context).name


def _handle_reply(world: World, context_id: int, reply: Reply) -> None:
    """Handle the reply to a webhook. This is another transaction, so the execution is read again."""
    context = world.store.at(context_id)
    step = current_step(context) if context else None
    if context is None or step is None or not step["webhook"] or step.get("status") != "RUNNING":
        return
    if reply.error is None and reply.status < 400:
        step.update(status="FINISHED", finished=world.now())
    else:
        _fail(world, context, step, reply.error or f"the server returned status {reply.status}")
    world.store.save(context)
    schedule(world.store, context, "pipeline", world.now())


def _update_from_orchestration(world: World, step: Document) -> None:
    """Update the status of a step from the execution of its orchestration."""
    if step["status"] != "RUNNING" or not step["orchestration"]:
        return
    context = orchestration_context(world.store, step)
    status = context.data["status"] if context else "ERROR"
    if status not in ("RUNNING", "PAUSED"):
        step.update(status=status, finished=world.now())


def _finish_step(world: World, context: Node, step: Document) -> None:
    data = context.data
    stage = data["stages"][data["stage"]]
    if step["status"] != "FINISHED":
        stage.update(status="ERROR", finished=world.now())
        _end(world, context, "ERROR")
        return
    data["step"] += 1
    if data["step"] == len(stage["steps"]):
        stage.update(status="FINISHED", finished=world.now())


def _fail(world: World, context: Node, step: Document, why: str) -> None:
    step.update(status="ERROR", finished=world.now())
    pipeline = world.store.get(context.parent)
    message = f"Pipeline {pipeline.name}, step {step['name']}: {why}"
    log(world, "other", message, world.store.get(pipeline.parent))


def _end(world: World, context: Node, status: str) -> None:
    context.data.update(status=status, finished=world.now())
    world.store.save(context)
    pipeline = world.store.get(context.parent)
    log(world, "other", f"Pipeline {pipeline.name} ended: {status}", world.store.get(pipeline.parent))


def _stage(store: Store, index: int, stage: Node) -> Document:
    steps = [
        {"position": place, "name": step.name, **step.data}
        for place, step in enumerate(in_order(store, stage, "steps"))
    ]
    return {"position": index, "name": stage.name, "steps": steps}


def _step_document(store: Store, step: Document) -> Document:
    document = _common_members(step)
    for kind in ("webhook", "orchestration"):
        if step[kind]:
            document[kind] = name_of(store, step[kind])
    if "context" in step:
        document["orchestrationContext"] = step["context"]
    return document


def _common_members(part: Document) -> Document:
    return {name: part[name] for name in ("position", "name", "status") if name in part} | _timestamps(part)


def _timestamps(part: Document) -> Document:
    return {name: format_timestamp(part[name]) for name in ("started", "finished") if name in part}
