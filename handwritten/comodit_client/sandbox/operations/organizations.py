"""Organizations (S19 to S27)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call, ensure_unused
from comodit_client.sandbox.http.documents import new_document, updated_document, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import ADMIN, CHANGE, GROUPS, Rights
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.groups import set_members
from comodit_client.sandbox.operations.seed import populate
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.definitions import MASK, schemas_in
from comodit_client.sandbox.state.ids import new_access_key, new_secret

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_NOT_STORED = {"uuid", "version", "environments", "groups", "access", "settings"}
_STILL_USED = "Delete the hosts first"


def add_organization(world: World, body: Document, user: str, populated: bool) -> Node:
    """Create an organization with its creator in the group admin (S20, S26).

    Args:
        world: The sandbox.
        body: The body.
        user: The creator.
        populated: Whether to add initial contents (S24).

    Raises:
        ApiError: The name is taken.
    """
    access = {"accessKey": new_access_key(), "secretKey": new_secret()}
    doc = new_document(without(body, _NOT_STORED))
    organization = world.store.add(0, "organizations", body["name"], doc, {"access": access})
    set_members(world.store, organization, "admin", [user])
    add_settings(world.store, organization, body.get("settings"))
    if populated:
        note(world, "organizations.populate")
        populate(world.store, organization)
    return organization


def _document(call: Call, organization: Node) -> Document:
    store, rights = call.world.store, call.rights()
    environments = rights.visible(store.children(organization.id, "environments"))
    document = {
        **organization.doc,
        "environments": [environment.name for environment in environments],
        "groups": list(GROUPS),
        "settings": settings_in(store, organization, schemas_in(store, organization), SettingFilter.of(call)),
    }
    if rights.at(organization) >= CHANGE:
        document["access"] = _access(rights, organization)
    return document


def _access(rights: Rights, organization: Node) -> Document:
    """Return the keys of an organization; auditors do not see the secret one."""
    access: Document = organization.data["access"]
    return {**access, "secretKey": MASK} if rights.hides_secrets(organization) else access


@operation("organizations.list")
def _list(call: Call) -> Listing:
    """List the organizations in which the caller has rights (S20)."""
    note(call.world, "organizations.visible")
    store = call.world.store
    organizations = call.rights().visible(store.children(0, "organizations"))
    return collection(call.page(), organizations, partial(_document, call))


@operation("organizations.get")
def _get(call: Call) -> ApiResponse:
    return ok(_document(call, call.organization()))


@operation("organizations.create")
def _create(call: Call) -> ApiResponse:
    return ok(_document(call, add_organization(call.world, call.body, call.caller.name, call.flag("populate"))))


@operation("organizations.update")
def _update(call: Call) -> ApiResponse:
    organization = call.organization()
    organization.doc = updated_document(organization, without(call.body, _NOT_STORED))
    organization.name = call.body["name"]
    call.world.store.save(organization)
    return ok(_document(call, organization))


@operation("organizations.delete")
def _delete(call: Call) -> ApiResponse:
    organization = call.organization()
    ensure_unused(call, call.world.store.hosts_in(organization), _STILL_USED, "organizations.delete-with-hosts")
    call.world.store.delete([organization])
    return no_content()


@operation("organizations.clear")
def _clear(call: Call) -> ApiResponse:
    """Delete the organizations that the caller administers."""
    store, rights = call.world.store, call.rights()
    own = [node for node in store.children(0, "organizations") if rights.at(node) >= ADMIN]
    note(call.world, "organizations.clear")
    hosts = [host for node in own for host in store.hosts_in(node)]
    ensure_unused(call, hosts, _STILL_USED, "organizations.delete-with-hosts")
    store.delete(own)
    return no_content()


@operation("organizations.get_access")
def _get_access(call: Call) -> ApiResponse:
    """Return both keys (S22)."""
    return ok(_access(call.rights(), call.organization()))


@operation("organizations.renew_access")
def _renew_access(call: Call) -> ApiResponse:
    """Replace the secret key, but not the access key (S22)."""
    organization = call.organization()
    organization.data["access"]["secretKey"] = new_secret()
    call.world.store.save(organization)
    return ok(_access(call.rights(), organization))
