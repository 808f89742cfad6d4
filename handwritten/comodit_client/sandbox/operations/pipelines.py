"""Pipelines, their stages and the steps of stages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import NamedCollection, clone_name
from comodit_client.sandbox.operations.orchestrations import host_group_documents, require_hosts, stored_host_groups
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.orchestration_runs import ensure_not_active
from comodit_client.sandbox.simulation.pipeline_runs import begin, context_document, in_order
from comodit_client.sandbox.state.references import name_of, reference_by_name, target

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def _pipeline(call: Call, pipeline: Node) -> Document:
    return {**pipeline.doc, "organization": call.names["organization"]}


PIPELINES = NamedCollection("pipelines", "pipelines", "pipeline", Call.organization, _pipeline)
PIPELINES.bind()


def _with_order(kind: str, call: Call, owner: Node, body: Document) -> tuple[Document, Document]:
    """Set a missing order: the present one of the member, else the last."""
    if "order" not in body:
        siblings = in_order(call.world.store, owner, kind)
        own = [node.doc["order"] for node in siblings if node.name == call.names.get(kind.removesuffix("s"))]
        body["order"] = own[0] if own else max((node.doc["order"] for node in siblings), default=-1) + 1
    return body, {}


def _stage(call: Call, stage: Node) -> Document:
    return {**stage.doc, "pipeline": call.names["pipeline"]}


STAGES = NamedCollection(
    "stages",
    "stages",
    "stage",
    PIPELINES.find,
    _stage,
    frozenset({"pipeline"}),
    to_stored=partial(_with_order, "stages"),
    versioned=False,
)
STAGES.bind()


def _step(call: Call, step: Node) -> Document:
    store, data = call.world.store, step.data
    groups = host_group_documents(call, data["groups"])
    document = {**step.doc, "stage": call.names["stage"], "orderedHostGroups": groups}
    for kind in ("webhook", "orchestration"):
        if data[kind]:
            document[kind] = name_of(store, data[kind])
    return document


def _stored_step(call: Call, stage: Node, body: Document) -> tuple[Document, Document]:
    store, organization = call.world.store, call.organization()
    body, _ = _with_order("steps", call, stage, body)
    data = {
        "webhook": reference_by_name(store, organization, "webhooks", body.pop("webhook", None)),
        "orchestration": reference_by_name(store, organization, "orchestrations", body.pop("orchestration", None)),
        "groups": stored_host_groups(store, organization, body.pop("orderedHostGroups", None)),
    }
    return body, data


NamedCollection(
    "steps", "steps", "step", STAGES.find, _step, frozenset({"stage"}), to_stored=_stored_step, versioned=False
).bind()


@operation("pipelines.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete a pipeline, unless it is running."""
    pipeline = PIPELINES.find(call)
    ensure_not_active(call.world.store, pipeline, "cancel it first")
    call.world.store.delete([pipeline])
    return no_content()


@operation("pipelines.clone")
def _clone(call: Call) -> ApiResponse:
    """Copy a pipeline with its stages and steps, but not its executions."""
    source, name = PIPELINES.find(call), clone_name(call)
    copy = PIPELINES.add(call, call.organization(), {**source.doc, "name": name})
    call.world.store.copy_children(source.id, copy.id, ["stages", "steps"])
    return ok(_pipeline(call, copy))


@operation("pipelines.run")
def _run(call: Call) -> ApiResponse:
    """Run a pipeline that is not running; all its steps must have something to run."""
    note(call.world, "pipelines.run")
    store, pipeline = call.world.store, PIPELINES.find(call)
    stages = in_order(store, pipeline, "stages")
    if not stages:
        raise conflict(f"Pipeline {pipeline.name} has no stage; add one to run it", "pipelines.incomplete")
    for step in [step for stage in stages for step in in_order(store, stage, "steps")]:
        if not step.data["orchestration"] and not step.data["webhook"]:
            text = f"Step {step.name} has neither an orchestration nor a webhook; set one to run the pipeline"
            raise conflict(text, "pipelines.incomplete")
        orchestration = target(store, step.data["orchestration"])
        require_hosts(call, step.data["groups"] or (orchestration.data["groups"] if orchestration else []))
    ensure_not_active(store, pipeline, "wait for it, or cancel it")
    return ok(context_document(store, begin(call.world, pipeline, call.caller.name)))
