"""Contexts: the applications, the platform and the distribution of a host (S118 to S120)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import LABELS, ApiError, bad_request, not_found
from comodit_client.sandbox.http.documents import with_boolean, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok, text
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.simulation.handlers import install_tasks, tasks_of, uninstall_tasks
from comodit_client.sandbox.simulation.resolution import Resolver
from comodit_client.sandbox.state.definitions import DEFINITIONS, MASK, definition_of, schemas_of, secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

#: The member of a context with the name of its definition.
_NAME_OF = {"applications": "application", "platform": "platform", "distribution": "distribution"}
_READ_ONLY = {"organization", "environment", "host", "position", "versionStamp", "settings"}


def add_context(store: Store, place: Place, kind: str, body: Document) -> Node:
    """Add a context to a host.

    Args:
        store: The state.
        place: The host.
        kind: "applications", "platform" or "distribution".
        body: The body: the name of the definition, optional settings and other members.

    Raises:
        ApiError: The definition does not exist, or the application is installed already.
    """
    name = body[_NAME_OF[kind]]
    definition = store.find(place.organization.id, DEFINITIONS[kind], name)
    if definition is None:
        label = LABELS[DEFINITIONS[kind]]
        raise bad_request(f"{label} {name} does not exist in organization {place.organization.name}")
    doc = {**_stored(body, kind), "versionStamp": definition.doc["version"]}
    if kind == "applications":
        positions = [context.doc["position"] for context in store.children(place.host.id, kind)]
        doc["position"] = max(positions, default=-1) + 1
    context = store.add(place.host.id, kind, name, doc)
    add_settings(store, context, body.get("settings"))
    return context


def install(world: World, place: Place, body: Document) -> Node:
    """Install an application on a host; on a provisioned host, this queues a change (S46)."""
    context = add_context(world.store, place, "applications", body)
    application = definition_of(world.store, place.organization, context)
    if application is not None and world.store.single(place.host.id, "instance"):
        note(world, "application_contexts.install")
        queue_change(world, place.host, f"Install {context.name}", install_tasks(application.doc))
    else:
        note(world, "application_contexts.defined")
    return context


def _stored(body: Document, kind: str) -> Document:
    doc = with_boolean(without(body, _READ_ONLY | {_NAME_OF[kind]}), "enabled")
    if "services" in doc:
        doc["services"] = [with_boolean(without(service, ()), "enabled") for service in doc["services"]]
    return doc


def _document(store: Store, place: Place, context: Node, chosen: SettingFilter) -> Document:
    schemas = schemas_of(definition_of(store, place.organization, context))
    return {
        _NAME_OF[context.kind]: context.name,
        "organization": place.organization.name,
        "environment": place.environment.name,
        "host": place.host.name,
        **context.doc,
        "settings": settings_in(store, context, schemas, chosen),
    }


def _response(call: Call, context: Node) -> ApiResponse:
    return ok(_document(call.world.store, call.place(), context, SettingFilter.of(call)))


@operation("application_contexts.list")
def _list(call: Call) -> Listing:
    """List the applications of a host, in the order of installation."""
    place, store = call.place(), call.world.store
    chosen = SettingFilter(call.rights())
    contexts = store.children(place.host.id, "applications")
    return collection(call.page(), contexts, lambda context: _document(store, place, context, chosen))


@operation("application_contexts.get")
def _get(call: Call) -> ApiResponse:
    return _response(call, call.application_context())


@operation("application_contexts.create")
def _install(call: Call) -> ApiResponse:
    return _response(call, install(call.world, call.place(), call.body))


@operation("application_contexts.update")
def _update(call: Call) -> ApiResponse:
    """Replace the members that are not read-only; the application and the settings stay."""
    context = call.application_context()
    server_side = {name: context.doc[name] for name in ("versionStamp", "position")}
    context.doc = {**_stored(call.body, "applications"), **server_side}
    call.world.store.save(context)
    return _response(call, context)


@operation("application_contexts.delete")
def _uninstall(call: Call) -> ApiResponse:
    """Uninstall an application from a host; on a provisioned host, this queues a change (S118)."""
    place, context = call.place(), call.application_context()
    application = definition_of(call.world.store, place.organization, context)
    call.world.store.delete([context])
    if application is not None and call.world.store.single(place.host.id, "instance"):
        note(call.world, "application_contexts.uninstall")
        tasks = uninstall_tasks(application.doc, call.flag("trigger_application_handler", True))
        queue_change(call.world, place.host, f"Uninstall {context.name}", tasks)
    return no_content()


@operation("application_contexts.run_handler")
def _run_handler(call: Call) -> ApiResponse:
    """Run a handler by name; the response is the key of the queued change (S77)."""
    place, context, name = call.place(), call.application_context(), call.names["handler"]
    application = definition_of(call.world.store, place.organization, context)
    handlers = application.doc["handlers"] if application else []
    note(call.world, "application_contexts.handler")
    chosen = [handler for handler in handlers if handler.get("name") == name]
    if not chosen:
        raise ApiError(404, f"Application {context.name} has no handler {name}")
    return text(queue_change(call.world, place.host, f"Run {name} of {context.name}", tasks_of(chosen)))


@operation("application_contexts.get_setting_origin")
def _origin(call: Call) -> ApiResponse:
    """Return the effective value of a setting for the application, and the level that defines it."""
    store, place, context, key = call.world.store, call.place(), call.application_context(), call.names["setting"]
    resolver = Resolver(store, call.world.now())
    found = resolver.find(resolver.levels(place, context), key, place.host)
    if found is None:
        raise not_found("settings", key)
    if found.is_of_host_group:
        note(call.world, "settings.host-groups")
    hidden = secret_keys(store, place.organization) if call.rights().hides_secrets(context) else frozenset()
    value = found.value if hidden.isdisjoint(found.keys) else MASK
    origin: Document = {"key": key, "value": value, "from": found.path}
    schema: Any = schemas_of(definition_of(store, place.organization, context)).get(key)
    if schema:
        origin["schema"] = schema
    shown = SettingFilter.of(call).apply(store, context, [origin])
    if not shown:
        raise not_found("settings", f"{key} with the requested filter")
    return ok({name: value for name, value in shown[0].items() if value is not None})


def _get_single(kind: str, call: Call) -> ApiResponse:
    return _response(call, call.single(kind))


def _set_single(kind: str, call: Call) -> ApiResponse:
    """Set the platform or the distribution; it replaces the previous one with its settings (S120)."""
    place = call.place()
    call.world.store.delete(call.world.store.children(place.host.id, kind))
    return _response(call, add_context(call.world.store, place, kind, call.body))


def _delete_single(kind: str, call: Call) -> ApiResponse:
    call.world.store.delete([call.single(kind)])
    return no_content()


for _kind in ("platform", "distribution"):
    operation(f"{_kind}_contexts.get")(partial(_get_single, _kind))
    operation(f"{_kind}_contexts.create")(partial(_set_single, _kind))
    operation(f"{_kind}_contexts.delete")(partial(_delete_single, _kind))
