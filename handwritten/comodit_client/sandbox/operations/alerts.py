"""Alerts of the monitoring of machines (S136)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request, conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.places import Place, member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World

_DEFAULTS = {
    "collection": "hosts",
    "property": "cpu",
    "output": "97",
    "threshold": "90",
    "level": "warning",
    "compare_method": "gt",
}


def add_alert(world: World, place: Place, members: Document) -> Document:
    """Raise an alert on a machine.

    Args:
        world: The sandbox.
        place: The host.
        members: Members of the alert; missing ones get defaults. The timestamp is in milliseconds.

    Returns:
        The alert.

    Raises:
        ApiError: The host has no instance, or the timestamp is not an integer.
    """
    instance = world.store.single(place.host.id, "instance")
    if instance is None:
        raise conflict(f"Host {place.host.name} has no instance")
    if not isinstance(members.get("timestamp", 0), int):
        raise bad_request("'timestamp' must be an integer")
    alert = {"timestamp": int(world.now() * 1000), **_DEFAULTS, **members}
    while world.store.find(instance.id, "alerts", str(alert["timestamp"])):
        alert["timestamp"] += 1
    world.store.add(instance.id, "alerts", str(alert["timestamp"]), alert)
    return alert


@operation("alerts.list")
def _list(call: Call) -> Listing:
    note(call.world, "alerts.list")
    return collection(
        call.page(), [node.doc for node in call.world.store.children(call.single("instance").id, "alerts")]
    )


@operation("alerts.get")
def _get(call: Call) -> ApiResponse:
    return ok(member(call.world.store, call.single("instance"), "alerts", call.names["alert"]).doc)


@operation("alerts.delete")
def _delete(call: Call) -> ApiResponse:
    call.world.store.delete([member(call.world.store, call.single("instance"), "alerts", call.names["alert"])])
    return no_content()


@operation("alerts.clear")
def _clear(call: Call) -> ApiResponse:
    call.world.store.delete(call.world.store.children(call.single("instance").id, "alerts"))
    return no_content()
