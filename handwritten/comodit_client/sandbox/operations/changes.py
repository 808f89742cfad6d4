"""Changes: the queued work of hosts (S69 to S78)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def change_document(change: Node, now: float) -> Document:
    """Return a change as the API returns it."""
    tasks = [_task(place, task, now) for place, task in enumerate(change.data["tasks"])]
    return {**change.doc, "tasks": tasks}


def _task(place: int, task: Document, now: float) -> Document:
    document = {"orderNum": place, "description": task["description"], "status": "PENDING"}
    if task["due"] > now:
        return document
    if "error" in task:
        return {**document, "status": "ERROR", "error": task["error"]}
    return {**document, "status": "OK"}


def _is_pending(change: Node, now: float) -> bool:
    finish: float = change.data["finish"]
    return finish > now


@operation("changes.list")
def _list(call: Call) -> Listing:
    """List pending changes, or with show_processed all of them, in the order they were triggered (S70, S75)."""
    note(call.world, "changes.order")
    now = call.world.now()
    changes, everything = call.world.store.children(call.host().id, "changes"), call.flag("show_processed")
    shown = [change for change in changes if everything or _is_pending(change, now)]
    return collection(call.page(), shown, lambda change: change_document(change, now))


@operation("changes.get")
def _get(call: Call) -> ApiResponse:
    """Get a change; a processed one can still be read (S76)."""
    note(call.world, "changes.processed")
    return ok(change_document(member(call.world.store, call.host(), "changes", call.names["change"]), call.world.now()))


@operation("changes.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete a change; this may bring the host back to READY (S71)."""
    call.world.store.delete([member(call.world.store, call.host(), "changes", call.names["change"])])
    return no_content()


@operation("changes.clear")
def _clear(call: Call) -> ApiResponse:
    """Delete the processed changes, or with processed_only=false all of them."""
    note(call.world, "changes.clear")
    now = call.world.now()
    changes = call.world.store.children(call.host().id, "changes")
    processed_only = call.flag("processed_only", True)
    call.world.store.delete(change for change in changes if not (processed_only and _is_pending(change, now)))
    return no_content()
