"""Users; only an administrator of the service may create them or change their roles (S28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request, conflict, not_found
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import READ, Caller, Rights
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.host_lists import Environment, environments_of, host_list
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.users import add_user, first_user, hash_password, stored_user, user_document

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


def _is_administrator(call: Call) -> bool:
    user = user_document(call.world, call.caller.name)
    return user is not None and user["role"] == "ADMIN"


def _require_administrator(call: Call, name: str | None = None) -> None:
    """Check that the caller is an administrator of the service, or the user with the given name."""
    if not _is_administrator(call) and (name is None or name != call.caller.name):
        raise ApiError(403, f"{call.caller.name} is not an administrator of the service")


def _user(call: Call) -> Document:
    user = user_document(call.world, call.names["user"])
    if user is None:
        raise not_found("users", call.names["user"])
    return user


@operation("users.list")
def _list(call: Call) -> Listing:
    """List all users for an administrator, otherwise only the caller."""
    users = [first_user(call.world), *(node.doc for node in call.world.store.children(0, "users"))]
    note(call.world, "users.list")
    lists_all = _is_administrator(call)
    return collection(call.page(), [user for user in users if lists_all or user["username"] == call.caller.name])


@operation("users.get")
def _get(call: Call) -> ApiResponse:
    _require_administrator(call, call.names["user"])
    return ok(_user(call))


@operation("users.create")
def _create(call: Call) -> ApiResponse:
    _require_administrator(call)
    return ok(add_user(call.world, call.body).doc)


@operation("users.update")
def _update(call: Call) -> ApiResponse:
    """Replace a user; the body must contain the present name (S29), and the default password is the present one."""
    name = call.names["user"]
    _require_administrator(call, name)
    old, body = _user(call), call.body
    if body.get("username") != name:
        raise bad_request(f"'username' must be {name}")
    if body.get("role", old["role"]) != old["role"]:
        _require_administrator(call)
    node = call.world.store.find(0, "users", name)
    if node is None:
        raise conflict(f"The sandbox was started with user {name}, who cannot be changed")
    node.doc = stored_user(call.world, name, {"role": old["role"], **body})
    if body.get("password"):
        node.data["password"] = hash_password(call.world, body["password"])
    call.world.store.save(node)
    return ok(node.doc)


@operation("users.delete")
def _delete(call: Call) -> ApiResponse:
    _require_administrator(call)
    _user(call)
    node = call.world.store.find(0, "users", call.names["user"])
    if node is None:
        raise conflict(f"The sandbox was started with user {call.names['user']}, who cannot be deleted")
    for group in call.world.store.all("groups"):
        group.data["users"] = [user for user in group.data["users"] if user != node.name]
        call.world.store.save(group)
    call.world.store.delete([node])
    return no_content()


@operation("users.list_hosts")
def _hosts(call: Call) -> Listing:
    """List the hosts to which a user has access, as far as the caller may read them."""
    _require_administrator(call, call.names["user"])
    store, own = call.world.store, call.rights()
    theirs = Rights(store, Caller(_user(call)["username"]))
    found: dict[int, Environment] = {}
    hosts: list[int] = []
    for organization in store.children(0, "organizations"):
        environments = store.children(organization.id, "environments")
        found |= environments_of(store, own, organization, environments)
        for node in environments:
            rows = store.rows(node.id, "hosts")
            hosts += (row for row in rows if min(theirs.at_member(node, row), own.at_member(node, row)) >= READ)
    return host_list(call, own, found, sorted(hosts))
