"""The collections of settings, which work alike for all owners (S86)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import not_found
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import required_text
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import edit
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.settings import add_setting, replace_setting, setting_documents, settings_in
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.orchestration_triggers import start_orchestrations
from comodit_client.sandbox.simulation.triggers import fire_handlers
from comodit_client.sandbox.state.definitions import definition_of, schemas_in, schemas_of
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

_OF_DEFINITIONS = ("platforms", "distributions")
#: Owners other than definitions whose version counts changes of settings (S16); contexts have no version.
_VERSIONED = ("organizations", "environments", "hosts", "hostgroups")


@frozen
class _Owner:
    node: Node
    schemas: Mapping[str, Document]


@contextmanager
def _change_settings(call: Call, owner: Node) -> Iterator[None]:
    """Change settings in the block: handlers and orchestrations may start, and a definition changes as well."""
    definition = edit(call, owner) if owner.kind in _OF_DEFINITIONS else nullcontext()
    with start_orchestrations(call, owner), fire_handlers(call, owner), definition:
        yield
        if owner.kind in _VERSIONED:
            owner.doc["version"] += 1
            call.world.store.save(owner)


def _organization(call: Call) -> _Owner:
    node = call.organization()
    return _Owner(node, schemas_in(call.world.store, node))


def _environment(call: Call) -> _Owner:
    return _Owner(call.environment(), schemas_in(call.world.store, call.organization()))


def _host(call: Call) -> _Owner:
    place = call.place()
    return _Owner(place.host, schemas_in(call.world.store, place.organization))


def _host_group(call: Call) -> _Owner:
    return _Owner(call.host_group(), schemas_in(call.world.store, call.organization()))


def _definition(kind: str, variable: str, call: Call) -> _Owner:
    node = member(call.world.store, call.organization(), kind, call.names[variable])
    return _Owner(node, schemas_of(node))


def _application_context(call: Call) -> _Owner:
    return _context_owner(call, call.application_context())


def _single_context(kind: str, call: Call) -> _Owner:
    return _context_owner(call, call.single(kind))


def _context_owner(call: Call, context: Node) -> _Owner:
    return _Owner(context, schemas_of(definition_of(call.world.store, call.organization(), context)))


_OWNERS: dict[str, Callable[[Call], _Owner]] = {
    "organization_settings": _organization,
    "environment_settings": _environment,
    "host_settings": _host,
    "host_group_settings": _host_group,
    "platform_settings": partial(_definition, "platforms", "platform"),
    "distribution_settings": partial(_definition, "distributions", "distribution"),
    "application_context_settings": _application_context,
    "platform_context_settings": partial(_single_context, "platform"),
    "distribution_context_settings": partial(_single_context, "distribution"),
}


def _response(call: Call, owner: _Owner, node: Node) -> ApiResponse:
    shown = SettingFilter.of(call).apply(call.world.store, owner.node, setting_documents([node], owner.schemas))
    if not shown:
        raise not_found("settings", f"{node.name} with the requested filter")
    return ok(shown[0])


def _list(owner_of: Callable[[Call], _Owner], call: Call) -> Listing:
    owner = owner_of(call)
    return collection(call.page(), settings_in(call.world.store, owner.node, owner.schemas, SettingFilter.of(call)))


def _get(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    owner = owner_of(call)
    return _response(call, owner, member(call.world.store, owner.node, "settings", call.names["setting"]))


def _create(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    owner = owner_of(call)
    with _change_settings(call, owner.node):
        node = add_setting(call.world.store, owner.node, call.body)
    note(call.world, "settings.first-version")
    if node.name not in owner.schemas:
        note(call.world, "settings.without-parameter")
    return _response(call, owner, node)


def _update(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    owner = owner_of(call)
    node = member(call.world.store, owner.node, "settings", call.names["setting"])
    with _change_settings(call, owner.node):
        replace_setting(call.world.store, node, call.body)
    return _response(call, owner, node)


def _delete(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    owner = owner_of(call)
    node = member(call.world.store, owner.node, "settings", call.names["setting"])
    with _change_settings(call, owner.node):
        call.world.store.delete([node])
    return no_content()


def _clear(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    owner = owner_of(call)
    with _change_settings(call, owner.node):
        call.world.store.delete(call.world.store.children(owner.node.id, "settings"))
    return no_content()


def _change(owner_of: Callable[[Call], _Owner], call: Call) -> ApiResponse:
    """Replace all settings, or with no_delete add to them; this queues at most one change per host."""
    owner = owner_of(call)
    store = call.world.store
    wanted = call.body["newOrUpdatedSettings"]
    with _change_settings(call, owner.node):
        for body in wanted:
            node = store.find(owner.node.id, "settings", required_text(body, "key"))
            if node is None:
                add_setting(store, owner.node, body)
            else:
                replace_setting(store, node, body)
        if not call.flag("no_delete"):
            keys = {body["key"] for body in wanted}
            store.delete(node for node in store.children(owner.node.id, "settings") if node.name not in keys)
    note(call.world, "settings.change-response")
    # The response has no known use, but the original client expects JSON.
    return ok(settings_in(store, owner.node, owner.schemas, SettingFilter(call.rights())))


_VERBS: dict[str, Callable[[Callable[[Call], _Owner], Call], ApiResponse | Listing]] = {
    "list": _list,
    "get": _get,
    "create": _create,
    "update": _update,
    "delete": _delete,
    "clear": _clear,
    "change": _change,
}
for _tag, _owner_of in _OWNERS.items():
    for _verb, _handler in _VERBS.items():
        operation(f"{_tag}.{_verb}")(partial(_handler, _owner_of))
