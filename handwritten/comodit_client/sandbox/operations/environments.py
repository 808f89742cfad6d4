"""Environments (S32 to S35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call, ensure_unused
from comodit_client.sandbox.http.documents import new_document, updated_document, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import CHANGE
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.hosts import clone_host
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.definitions import schemas_in

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

_NOT_STORED = {"uuid", "version", "organization", "hosts", "settings"}
_STILL_USED = "Delete the hosts first"


def add_environment(store: Store, organization: Node, body: Document) -> Node:
    """Create an environment with the settings in its body.

    Raises:
        ApiError: The name is taken.
    """
    doc = new_document({"description": "", **without(body, _NOT_STORED)})
    environment = store.add(organization.id, "environments", body["name"], doc)
    add_settings(store, environment, body.get("settings"))
    return environment


def _document(
    call: Call, organization: Node, environment: Node, schemas: dict[str, Document], chosen: SettingFilter
) -> Document:
    store = call.world.store
    return {
        **environment.doc,
        "organization": organization.name,
        "hosts": [host.name for host in chosen.rights.visible(store.children(environment.id, "hosts"))],
        "settings": settings_in(store, environment, schemas, chosen),
    }


def _response(call: Call, environment: Node) -> ApiResponse:
    organization = call.organization()
    schemas, chosen = schemas_in(call.world.store, organization), SettingFilter.of(call)
    return ok(_document(call, organization, environment, schemas, chosen))


@operation("environments.list")
def _list(call: Call) -> Listing:
    organization = call.organization()
    schemas = schemas_in(call.world.store, organization)
    chosen = SettingFilter.of(call)
    environments = chosen.rights.visible(call.world.store.children(organization.id, "environments"))
    return collection(call.page(), environments, lambda node: _document(call, organization, node, schemas, chosen))


@operation("environments.get")
def _get(call: Call) -> ApiResponse:
    return _response(call, call.environment())


@operation("environments.create")
def _create(call: Call) -> ApiResponse:
    return _response(call, add_environment(call.world.store, call.organization(), call.body))


@operation("environments.update")
def _update(call: Call) -> ApiResponse:
    environment = call.environment()
    environment.doc = updated_document(environment, without(call.body, _NOT_STORED))
    environment.name = call.body["name"]
    call.world.store.save(environment)
    return _response(call, environment)


@operation("environments.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete an environment, unless it has hosts (S35)."""
    environment = call.environment()
    hosts = call.world.store.children(environment.id, "hosts")
    ensure_unused(call, hosts, _STILL_USED, "environments.delete-with-hosts")
    call.world.store.delete([environment])
    return no_content()


@operation("environments.clear")
def _clear(call: Call) -> ApiResponse:
    """Delete all environments, if the caller may change each of them."""
    organization, store, rights = call.organization(), call.world.store, call.rights()
    environments = store.children(organization.id, "environments")
    rights.require_all(environments, CHANGE)
    ensure_unused(call, store.hosts_in(organization), _STILL_USED, "environments.delete-with-hosts")
    store.delete(environments)
    return no_content()


@operation("environments.clone")
def _clone(call: Call) -> ApiResponse:
    """Copy an environment and its hosts, which are DEFINED in the copy (S33, S34)."""
    note(call.world, "environments.clone")
    source, store, name = call.environment(), call.world.store, call.query["name"]
    if not name:
        raise bad_request("The query parameter 'name' is empty")
    organization, rights, hosts = call.organization(), call.rights(), store.children(source.id, "hosts")
    rights.require(organization, CHANGE)
    rights.require_no_gain(organization, [source, *hosts])
    own = without(source.doc, ("uuid", "version"))
    copy = store.add(source.parent, "environments", name, new_document({**own, "name": name}))
    store.copy_children(source.id, copy.id, ["settings"])
    for host in hosts:
        clone_host(store, host, copy, host.name)
    return _response(call, copy)
