"""Executions of orchestrations: reading and controlling them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.orchestrations import ORCHESTRATIONS
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.orchestration_runs import (
    cancel,
    context_document,
    is_active,
    pause,
    restart,
    resume,
)
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World


def _context(call: Call) -> Node:
    return member(call.world.store, ORCHESTRATIONS.find(call), "contexts", call.names["context"])


def ensure_deletable(context: Node) -> None:
    """Check that an execution has ended, so that it may be deleted.

    Raises:
        ApiError: The execution is running or paused.
    """
    if is_active(context):
        raise conflict(f"The execution is {context.data['status']}; cancel it first")


def _response(call: Call, context: Node) -> ApiResponse:
    return ok(context_document(call.world.store, context, call.rights()))


@operation("orchestration_contexts.list")
def _list(call: Call) -> Listing:
    store, rights = call.world.store, call.rights()
    contexts = store.children(ORCHESTRATIONS.find(call).id, "contexts")
    return collection(call.page(), contexts, lambda node: context_document(store, node, rights))


@operation("orchestration_contexts.get")
def _get(call: Call) -> ApiResponse:
    return _response(call, _context(call))


@operation("orchestration_contexts.delete")
def _delete(call: Call) -> ApiResponse:
    context = _context(call)
    ensure_deletable(context)
    call.world.store.delete([context])
    return no_content()


@operation("orchestration_contexts.restart")
def _restart(call: Call) -> ApiResponse:
    """Restart after an error; skipError is read from the body, as the original client sends it, and from the query."""
    note(call.world, "orchestration_contexts.control")
    context = _context(call)
    restart(call.world, context, call.flag_of_body("skipError") or call.flag("skipError"))
    return _response(call, context)


def _control(verb: Callable[[World, Node], None], call: Call) -> ApiResponse:
    note(call.world, "orchestration_contexts.control")
    context = _context(call)
    verb(call.world, context)
    return _response(call, context)


for _name, _verb in {"pause": pause, "resume": resume, "cancel": cancel}.items():
    operation(f"orchestration_contexts.{_name}")(partial(_control, _verb))
