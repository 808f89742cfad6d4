"""Pipelines, their stages and the steps of those."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.errors import conflict
from comodit_client.sandbox.http.responses import Answer, done, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import Named, clone_name
from comodit_client.sandbox.operations.orchestrations import kept_host_groups, refuse_going_on, shown_host_groups
from comodit_client.sandbox.simulation.pipeline_runs import begin, context_document, in_order
from comodit_client.sandbox.state.references import name_of, named

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def _pipeline(call: Call, pipeline: Node) -> Document:
    return {**pipeline.doc, "organization": call.names["organization"]}


PIPELINES = Named("pipelines", "pipelines", "pipeline", Call.organization, _pipeline)
PIPELINES.bind()


def _placed(kind: str, call: Call, owner: Node, body: Document) -> tuple[Document, Document]:
    """Give what has no place the one that it has, or the last."""
    if "order" not in body:
        siblings = in_order(call.world.store, owner, kind)
        own = [node.doc["order"] for node in siblings if node.name == call.names.get(kind.removesuffix("s"))]
        body["order"] = own[0] if own else max((node.doc["order"] for node in siblings), default=-1) + 1
    return body, {}


def _stage(call: Call, stage: Node) -> Document:
    return {**stage.doc, "pipeline": call.names["pipeline"]}


STAGES = Named(
    "stages",
    "stages",
    "stage",
    PIPELINES.find,
    _stage,
    frozenset({"pipeline"}),
    kept=partial(_placed, "stages"),
    versioned=False,
)
STAGES.bind()


def _step(call: Call, step: Node) -> Document:
    store, data = call.world.store, step.data
    groups = shown_host_groups(store, call.organization(), data["groups"])
    document = {**step.doc, "stage": call.names["stage"], "orderedHostGroups": groups}
    for kind in ("webhook", "orchestration"):
        if data[kind]:
            document[kind] = name_of(store, data[kind])
    return document


def _kept_step(call: Call, stage: Node, body: Document) -> tuple[Document, Document]:
    store, organization = call.world.store, call.organization()
    body, _ = _placed("steps", call, stage, body)
    data = {
        "webhook": named(store, organization, "webhooks", body.pop("webhook", None)),
        "orchestration": named(store, organization, "orchestrations", body.pop("orchestration", None)),
        "groups": kept_host_groups(store, organization, body.pop("orderedHostGroups", None)),
    }
    return body, data


Named("steps", "steps", "step", STAGES.find, _step, frozenset({"stage"}), kept=_kept_step, versioned=False).bind()


@operation("pipelines.delete")
def _delete(call: Call) -> Answer:
    """Delete a pipeline, unless it is running."""
    pipeline = PIPELINES.find(call)
    refuse_going_on(call.world.store, pipeline, "cancel it first")
    call.world.store.delete([pipeline])
    return done()


@operation("pipelines.clone")
def _clone(call: Call) -> Answer:
    """Copy a pipeline with its stages and steps, not its executions."""
    source, name = PIPELINES.find(call), clone_name(call)
    copy = PIPELINES.add(call, call.organization(), {**source.doc, "name": name})
    call.world.store.copy_children(source.id, copy.id, ["stages", "steps"])
    return ok(_pipeline(call, copy))


@operation("pipelines.run")
def _run(call: Call) -> Answer:
    """Run a pipeline; one without anything to do, or one that is running, is refused."""
    store, pipeline = call.world.store, PIPELINES.find(call)
    stages = in_order(store, pipeline, "stages")
    if not stages:
        raise conflict(f"Pipeline {pipeline.name} has no stage; there is nothing to run")
    for step in [step for stage in stages for step in in_order(store, stage, "steps")]:
        if not step.data["orchestration"] and not step.data["webhook"]:
            raise conflict(f"Step {step.name} has neither an orchestration nor a webhook; there is nothing to run")
    refuse_going_on(store, pipeline, "wait for it, or cancel it")
    return ok(context_document(store, begin(call.world, pipeline, call.caller.name)))
