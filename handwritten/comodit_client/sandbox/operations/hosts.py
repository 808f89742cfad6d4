"""Hosts (S36 to S47)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call, ensure_unused
from comodit_client.sandbox.http.documents import new_document, updated_document, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, no_content, ok
from comodit_client.sandbox.http.rights import CHANGE
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.contexts import add_context
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.host_lists import environments_of, host_list
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.definitions import schemas_in
from comodit_client.sandbox.state.places import Place

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

#: The parts of a host that a clone shares: all but the machine and its history (S34, S42).
CLONED = ("settings", "applications", "platform", "distribution")
_CONTEXTS = ("applications", "platform", "distribution")
_NOT_STORED = {"uuid", "version", "organization", "environment", "state", "settings", *_CONTEXTS}
_STILL_RUNNING = "Delete the instance first, its machine still exists"


def add_host(store: Store, organization: Node, environment: Node, body: Document) -> Node:
    """Create a host with the contexts and settings in its body (S37, S38).

    Raises:
        ApiError: The name is taken, or the body refers to something that does not exist.
    """
    doc = new_document({"description": "", **without(body, _NOT_STORED)})
    host = store.add(environment.id, "hosts", body["name"], doc)
    place = Place(organization, environment, host)
    for kind in ("platform", "distribution"):
        if body.get(kind):
            add_context(store, place, kind, {kind: body[kind]})
    for name in body.get("applications") or ():
        add_context(store, place, "applications", {"application": name})
    add_settings(store, host, body.get("settings"))
    return host


def clone_host(store: Store, host: Node, environment: Node, name: str) -> Node:
    """Copy a host; the copy is DEFINED."""
    own = {member: value for member, value in host.doc.items() if member not in ("uuid", "version")}
    copy = store.add(environment.id, "hosts", name, new_document({**own, "name": name}))
    store.copy_children(host.id, copy.id, CLONED)
    return copy


def _document(place: Place, contexts: dict[str, list[str]], settings: list[Document], state: str) -> Document:
    document = {
        **place.host.doc,
        "organization": place.organization.name,
        "environment": place.environment.name,
        "applications": contexts.get("applications", []),
        "settings": settings,
        "state": state,
    }
    for kind in ("platform", "distribution"):
        if contexts.get(kind):
            document[kind] = contexts[kind][0]
    return document


def host_document(world: World, place: Place, chosen: SettingFilter) -> Document:
    """Return a host as the API returns it."""
    store = world.store
    schemas = schemas_in(store, place.organization)
    contexts = {kind: store.names(place.host.id, kind) for kind in _CONTEXTS}
    settings = settings_in(store, place.host, schemas, chosen)
    return _document(place, contexts, settings, store.host_state(place.host.id, world.now()))


def _response(call: Call, place: Place) -> ApiResponse:
    return ok(host_document(call.world, place, SettingFilter.of(call)))


@operation("hosts.list")
def _list(call: Call) -> Listing:
    store, rights, environment = call.world.store, call.rights(), call.environment()
    hosts = rights.visible_members(environment, store.rows(environment.id, "hosts"))
    return host_list(call, rights, environments_of(store, rights, call.organization(), [environment]), hosts)


@operation("organizations.list_hosts")
def _list_all(call: Call) -> Listing:
    """List the hosts of all environments (S21)."""
    store, rights, organization = call.world.store, call.rights(), call.organization()
    environments = rights.visible(store.children(organization.id, "environments"))
    hosts = [row for node in environments for row in rights.visible_members(node, store.rows(node.id, "hosts"))]
    return host_list(call, rights, environments_of(store, rights, organization, environments), hosts)


@operation("hosts.get")
def _get(call: Call) -> ApiResponse:
    return _response(call, call.place())


@operation("hosts.create")
def _create(call: Call) -> ApiResponse:
    organization, environment = call.organization(), call.environment()
    host = add_host(call.world.store, organization, environment, call.body)
    return _response(call, Place(organization, environment, host))


@operation("hosts.update")
def _update(call: Call) -> ApiResponse:
    """Replace a host; a new name renames it, and a new environment moves it (S37, S44)."""
    place = call.place()
    host, environment = place.host, place.environment
    wanted = call.body.get("environment")
    if wanted and wanted != environment.name:
        found = call.world.store.find(place.organization.id, "environments", wanted)
        if found is None:
            raise bad_request(f"Environment {wanted} does not exist in organization {place.organization.name}")
        call.rights().require(found, CHANGE)
        call.rights().require_no_gain(found, [host])
        environment = found
        note(call.world, "hosts.move-with-instance" if call.world.store.provisioned_hosts(host) else "hosts.move")
    host.doc = updated_document(host, without(call.body, _NOT_STORED))
    if call.body["name"] != host.name:
        note(call.world, "hosts.rename")
    host.name, host.parent = call.body["name"], environment.id
    call.world.store.save(host)
    return _response(call, Place(place.organization, environment, host))


@operation("hosts.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete a host, unless its machine still exists (S47)."""
    host = call.host()
    ensure_unused(call, call.world.store.provisioned_hosts(host), _STILL_RUNNING, "hosts.delete-with-instance")
    call.world.store.delete([host])
    return no_content()


@operation("hosts.clear")
def _clear(call: Call) -> ApiResponse:
    """Delete all hosts of an environment, if the caller may change each of them."""
    environment, store, rights = call.environment(), call.world.store, call.rights()
    hosts = store.children(environment.id, "hosts")
    rights.require_all(hosts, CHANGE)
    ensure_unused(call, store.provisioned_hosts(environment), _STILL_RUNNING, "hosts.delete-with-instance")
    store.delete(hosts)
    return no_content()


@operation("hosts.clone")
def _clone(call: Call) -> ApiResponse:
    """Copy a host in its environment; the copy's name gets a number (S42)."""
    note(call.world, "hosts.clone")
    place, store = call.place(), call.world.store
    call.rights().require(place.environment, CHANGE)
    call.rights().require_no_gain(place.environment, [place.host])
    taken = set(store.names(place.environment.id, "hosts"))
    names = (f"{place.host.name} ({number})" for number in count(1))
    copy = clone_host(store, place.host, place.environment, next(name for name in names if name not in taken))
    return _response(call, Place(place.organization, place.environment, copy))
