"""Organizations (S19 to S27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.answers import Answer, collection, done, ok
from comodit_client.sandbox.calls import Call, refuse_in_use
from comodit_client.sandbox.documents import created, replaced, without
from comodit_client.sandbox.filters import SettingFilter
from comodit_client.sandbox.ids import new_access_key, new_secret, new_uuid
from comodit_client.sandbox.parameters import schemas_in
from comodit_client.sandbox.routing import operation
from comodit_client.sandbox.seed import populate
from comodit_client.sandbox.settings import add_settings, settings_in

if TYPE_CHECKING:
    from comodit_client.sandbox.store import Document, Node
    from comodit_client.sandbox.world import World

_GROUPS = ("admin", "users", "readonly")
_NOT_KEPT = {"uuid", "version", "environments", "groups", "access", "settings"}
_STILL_USED = "Delete the hosts first"


def add_organization(world: World, body: Document, populated: bool) -> Node:
    """Make an organization whose creator is in group admin (S20, S26).

    Args:
        world: The sandbox.
        body: What was sent.
        populated: Whether to fill it with something to begin with (S24).

    Raises:
        Refusal: The name is taken.
    """
    access = {"accessKey": new_access_key(), "secretKey": new_secret()}
    doc = created(without(body, _NOT_KEPT))
    organization = world.store.add(0, "organizations", body["name"], doc, {"access": access})
    for name in _GROUPS:
        members = [{"username": world.user, "email": f"{world.user}@sandbox.example"}] if name == "admin" else []
        group = {"uuid": new_uuid(), "name": name, "description": "", "users": members}
        world.store.add(organization.id, "groups", name, group)
    add_settings(world.store, organization, body.get("settings"))
    if populated:
        populate(world.store, organization)
    return organization


def _document(call: Call, organization: Node) -> Document:
    store = call.world.store
    return {
        **organization.doc,
        "environments": store.names(organization.id, "environments"),
        "groups": store.names(organization.id, "groups"),
        "access": organization.data["access"],
        "settings": settings_in(store, organization, schemas_in(store, organization), SettingFilter.of(call)),
    }


@operation("organizations.list")
def _list(call: Call) -> Answer:
    """List the caller's organizations; the sandbox's only user is in group admin of each (S20)."""
    organizations = call.world.store.children(0, "organizations")
    return collection([_document(call, node) for node in organizations if call.caller.belongs_to(node.id)])


@operation("organizations.get")
def _get(call: Call) -> Answer:
    return ok(_document(call, call.organization()))


@operation("organizations.create")
def _create(call: Call) -> Answer:
    return ok(_document(call, add_organization(call.world, call.body, call.flag("populate"))))


@operation("organizations.update")
def _update(call: Call) -> Answer:
    organization = call.organization()
    organization.doc = replaced(organization, without(call.body, _NOT_KEPT))
    organization.name = call.body["name"]
    call.world.store.save(organization)
    return ok(_document(call, organization))


@operation("organizations.delete")
def _delete(call: Call) -> Answer:
    organization = call.organization()
    refuse_in_use(call.world.store.hosts_in(organization), _STILL_USED)
    call.world.store.delete([organization])
    return done()


@operation("organizations.clear")
def _clear(call: Call) -> Answer:
    store = call.world.store
    refuse_in_use(store.hosts_in(store.root()), _STILL_USED)
    store.delete(store.children(0, "organizations"))
    return done()


@operation("organizations.get_access")
def _get_access(call: Call) -> Answer:
    """Show both keys (S22)."""
    return ok(call.organization().data["access"])


@operation("organizations.renew_access")
def _renew_access(call: Call) -> Answer:
    """Renew the secret and leave the access key (S22)."""
    organization = call.organization()
    organization.data["access"]["secretKey"] = new_secret()
    call.world.store.save(organization)
    return ok(organization.data["access"])
