"""Environments (S32 to S35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call, refuse_in_use
from comodit_client.sandbox.http.documents import created, replaced, without
from comodit_client.sandbox.http.errors import unusable
from comodit_client.sandbox.http.responses import Answer, collection, done, ok
from comodit_client.sandbox.http.rights import visible
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.hosts import clone_host
from comodit_client.sandbox.operations.parameters import schemas_in
from comodit_client.sandbox.operations.settings import add_settings, settings_in

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

_NOT_KEPT = {"uuid", "version", "organization", "hosts", "settings"}
_STILL_USED = "Delete the hosts first"


def add_environment(store: Store, organization: Node, body: Document) -> Node:
    """Make an environment with the settings that its body names.

    Raises:
        Refusal: The name is taken.
    """
    doc = created({"description": "", **without(body, _NOT_KEPT)})
    environment = store.add(organization.id, "environments", body["name"], doc)
    add_settings(store, environment, body.get("settings"))
    return environment


def _document(call: Call, organization: Node, environment: Node, schemas: dict[str, Document]) -> Document:
    store = call.world.store
    return {
        **environment.doc,
        "organization": organization.name,
        "hosts": store.names(environment.id, "hosts"),
        "settings": settings_in(store, environment, schemas, SettingFilter.of(call)),
    }


def _answer(call: Call, environment: Node) -> Answer:
    organization = call.organization()
    return ok(_document(call, organization, environment, schemas_in(call.world.store, organization)))


@operation("environments.list")
def _list(call: Call) -> Answer:
    organization = call.organization()
    schemas = schemas_in(call.world.store, organization)
    store = call.world.store
    environments = visible(store, call.caller, [organization], store.children(organization.id, "environments"))
    return collection([_document(call, organization, environment, schemas) for environment in environments])


@operation("environments.get")
def _get(call: Call) -> Answer:
    return _answer(call, call.environment())


@operation("environments.create")
def _create(call: Call) -> Answer:
    return _answer(call, add_environment(call.world.store, call.organization(), call.body))


@operation("environments.update")
def _update(call: Call) -> Answer:
    environment = call.environment()
    environment.doc = replaced(environment, without(call.body, _NOT_KEPT))
    environment.name = call.body["name"]
    call.world.store.save(environment)
    return _answer(call, environment)


@operation("environments.delete")
def _delete(call: Call) -> Answer:
    """Delete an environment, unless it has hosts (S35)."""
    environment = call.environment()
    refuse_in_use(call.world.store.children(environment.id, "hosts"), _STILL_USED)
    call.world.store.delete([environment])
    return done()


@operation("environments.clear")
def _clear(call: Call) -> Answer:
    organization = call.organization()
    refuse_in_use(call.world.store.hosts_in(organization), _STILL_USED)
    call.world.store.delete(call.world.store.children(organization.id, "environments"))
    return done()


@operation("environments.clone")
def _clone(call: Call) -> Answer:
    """Copy an environment, and each of its hosts as a DEFINED one of the same name (S33, S34)."""
    source, store, name = call.environment(), call.world.store, call.query["name"]
    if not name:
        raise unusable("The query parameter 'name' is empty")
    own = without(source.doc, ("uuid", "version"))
    copy = store.add(source.parent, "environments", name, created({**own, "name": name}))
    store.copy_children(source.id, copy.id, ["settings"])
    for host in store.children(source.id, "hosts"):
        clone_host(store, host, copy, host.name)
    return _answer(call, copy)
