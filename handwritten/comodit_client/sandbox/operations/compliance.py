"""Compliance errors: differences between a machine and the definitions of its applications (S79 to S85)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request, conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, accepted, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import runner, schedule
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.simulation.notifications import notify
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.definitions import definition_of
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import Place, member, place_of
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

_TYPES = {"services": "serviceResource", "files": "fileResource", "packages": "packageResource"}
#: The tasks that repair a resource; a rebuild queues the first one.
_REPAIRS = {
    "services": ("restart service {}", "start service {}"),
    "files": ("update file {}", "write file {}"),
    "packages": ("add package {}", "update package {}"),
}


def deviate(world: World, place: Place, application: str, kind: str, name: str) -> Document:
    """Make a machine deviate: stop a service, or remove a file or a package.

    Args:
        world: The sandbox.
        place: The host.
        application: The application that the resource belongs to.
        kind: "services", "files" or "packages".
        name: The name of the resource.

    Returns:
        The compliance error that the agent reports.

    Raises:
        ApiError: The machine has no such resource, or it deviates already.
    """
    if kind not in _TYPES:
        raise bad_request(f"'kind' must be one of {', '.join(_TYPES)}")
    if world.store.single(place.host.id, "instance") is None:
        raise conflict(f"Host {place.host.name} has no instance")
    context = member(world.store, place.host, "applications", application)
    definition = definition_of(world.store, place.organization, context)
    resources = definition.doc.get(kind, []) if definition else []
    resource = next((resource for resource in resources if resource["name"] == name), None)
    if resource is None:
        raise ApiError(404, f"Application {application} has no {kind.removesuffix('s')} {name}")
    current, expected = _states(kind, resource, world.now())
    doc = {
        "application": application,
        "type": _TYPES[kind],
        "name": name,
        "currentState": current,
        "expectedState": expected,
    }
    error = world.store.add(place.host.id, "compliance", f"{application}/{kind}/{name}", doc, {"fault": world.now()})
    schedule(world.store, error, "repair", world.now())
    message = f"{place.host.name}: {kind.removesuffix('s')} {name} of {application} is not compliant"
    log(world, "agent", message, place.organization, place.environment, place.host)
    notify(world, "compError", message, place.organization, place)
    return doc


def _states(kind: str, resource: Document, now: float) -> tuple[Document, Document]:
    """Return the current and the expected state (S81, S84)."""
    if kind == "services":
        enabled = resource.get("enabled", True)
        return {"running": False, "enabled": enabled}, {"running": True, "enabled": enabled}
    if kind == "packages":
        return {"installed": False}, {"installed": True}
    own: Document = {name: resource[name] for name in ("path", "owner", "group", "mode") if name in resource}
    times = {"creationTime": format_timestamp(now), "modificationTime": format_timestamp(now)}
    return {"present": False, **own}, {"present": True, **own, **times}


@runner("repair")
def _remove_repaired(world: World, error: Node) -> float | None:
    """Remove an error that a task has repaired, or that lost its machine or its application."""
    store, host = world.store, world.store.get(error.parent)
    application, kind, name = _parts(error)
    if not store.single(host.id, "instance") or not store.find(host.id, "applications", application):
        store.delete([error])
        return None
    done_at = _repair_moment(store, host, kind, name, error.data["fault"])
    if done_at > world.now():
        return done_at if done_at < NEVER else world.now()
    place = place_of(store, host)
    store.delete([error])
    message = f"{host.name}: {kind.removesuffix('s')} {name} of {application} is compliant again"
    log(world, "agent", message, place.organization, place.environment, host)
    notify(world, "compOk", message, place.organization, place)
    return None


def _repair_moment(store: Store, host: Node, kind: str, name: str, since: float) -> float:
    tasks = [task for change in store.children(host.id, "changes") for task in change.data["tasks"]]
    repairing = {task.format(name) for task in _REPAIRS[kind]}
    moments = (task["due"] for task in tasks if task["description"] in repairing and "error" not in task)
    return min((due for due in moments if due >= since), default=NEVER)


def _parts(error: Node) -> tuple[str, str, str]:
    kinds = {type_: kind for kind, type_ in _TYPES.items()}
    return error.doc["application"], kinds[error.doc["type"]], error.doc["name"]


def _error(call: Call) -> Node:
    name = f"{call.names['application']}/{call.names['resource_kind']}/{call.names['resource']}"
    return member(call.world.store, call.host(), "compliance", name)


@operation("compliance.list")
def _list(call: Call) -> Listing:
    return collection(call.page(), [error.doc for error in call.world.store.children(call.host().id, "compliance")])


@operation("compliance.get")
def _get(call: Call) -> ApiResponse:
    return ok(_error(call).doc)


@operation("compliance.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete an error; this may bring the host back to READY (S82)."""
    note(call.world, "compliance.delete")
    call.world.store.delete([_error(call)])
    return no_content()


@operation("compliance.clear")
def _clear(call: Call) -> ApiResponse:
    call.world.store.delete(call.world.store.children(call.host().id, "compliance"))
    return no_content()


@operation("compliance.rebuild")
def _rebuild(call: Call) -> ApiResponse:
    """Queue a change with a repair task for each error."""
    note(call.world, "compliance.rebuild")
    host = call.host()
    parts = [_parts(error) for error in call.world.store.children(host.id, "compliance")]
    queue_change(call.world, host, "Rebuild", [_REPAIRS[kind][0].format(name) for _, kind, name in parts])
    return accepted()
