"""Executions of orchestrations, as clients see and steer them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call, member
from comodit_client.sandbox.http.errors import conflict
from comodit_client.sandbox.http.responses import Answer, collection, done, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.orchestrations import ORCHESTRATIONS
from comodit_client.sandbox.simulation.orchestration_runs import (
    cancel,
    context_document,
    is_going_on,
    pause,
    restart,
    resume,
)

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World


def _context(call: Call) -> Node:
    return member(call.world.store, ORCHESTRATIONS.find(call), "contexts", call.names["context"])


def refuse_deletion(context: Node) -> None:
    """Refuse to delete an execution that goes on.

    Raises:
        Refusal: It does.
    """
    if is_going_on(context):
        raise conflict(f"The execution is {context.data['status']}; cancel it first")


@operation("orchestration_contexts.list")
def _list(call: Call) -> Answer:
    store = call.world.store
    return collection(
        [context_document(store, node) for node in store.children(ORCHESTRATIONS.find(call).id, "contexts")]
    )


@operation("orchestration_contexts.get")
def _get(call: Call) -> Answer:
    return ok(context_document(call.world.store, _context(call)))


@operation("orchestration_contexts.delete")
def _delete(call: Call) -> Answer:
    context = _context(call)
    refuse_deletion(context)
    call.world.store.delete([context])
    return done()


@operation("orchestration_contexts.restart")
def _restart(call: Call) -> Answer:
    """Go on after an error; skipError is looked for where the old client sent it, and in the query."""
    context = _context(call)
    restart(call.world, context, call.flag_of_body("skipError") or call.flag("skipError"))
    return ok(context_document(call.world.store, context))


def _steer(verb: Callable[[World, Node], None], call: Call) -> Answer:
    context = _context(call)
    verb(call.world, context)
    return ok(context_document(call.world.store, context))


for _name, _verb in {"pause": pause, "resume": resume, "cancel": cancel}.items():
    operation(f"orchestration_contexts.{_name}")(partial(_steer, _verb))
