"""The groups of an organization, an environment or a host (S26, S27): a fixed set, with or without members."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from comodit_client.sandbox.errors import bad_request, not_found
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, ok
from comodit_client.sandbox.http.rights import GROUPS
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.users import public_user

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

_DESCRIPTIONS = {
    "admin": "Full access, including access rights",
    "users": "Full access, except for access rights",
    "readonly": "Read access",
    "auditors": "Same access as users; secrets are masked",
    "no access": "No access, even with rights in an owner above",
}


def set_members(store: Store, owner: Node, name: str, users: Iterable[str], description: str | None = None) -> None:
    """Set the members of a group."""
    doc = {} if description is None else {"description": description}
    node = store.find(owner.id, "groups", name)
    data = {**(node.data if node else {}), "users": list(dict.fromkeys(users))}
    if node is None:
        store.add(owner.id, "groups", name, doc, data)
    else:
        node.doc, node.data = doc or node.doc, data
        store.save(node)


def group_identity(owner: Node, name: str) -> Document:
    """Return the members of a group that was not changed, except for the users and the keys in it."""
    made = {"uuid": uuid5(UUID(owner.doc["uuid"]), name).hex.upper(), "name": name, "description": _DESCRIPTIONS[name]}
    # The groups of an archive have members of their own.
    return {**made, **owner.data.get("groups", {}).get(name, {})}


def _document(world: World, organization: Node, owner: Node, name: str) -> Document:
    """Return a group; the database contains only groups that were changed."""
    node = world.store.find(owner.id, "groups", name)
    users = node.data["users"] if node else []
    return {
        **group_identity(owner, name),
        **(node.doc if node else {}),
        "organization": organization.name,
        "users": [user for user in (public_user(world, user) for user in users) if user],
        "applicationKeys": _keys(world.store, organization, name) if owner.kind == "organizations" else [],
    }


def _keys(store: Store, organization: Node, group: str) -> list[Document]:
    keys = store.children(organization.id, "applicationkeys")
    return [{**key.doc, "organization": organization.name} for key in keys if key.doc.get("group") == group]


def _name(call: Call) -> str:
    if call.names["group"] not in GROUPS:
        raise not_found("groups", call.names["group"])
    return call.names["group"]


def _list(owner_of: Callable[[Call], Node], call: Call) -> Listing:
    owner, organization = owner_of(call), call.organization()
    return collection(call.page(), [_document(call.world, organization, owner, name) for name in GROUPS])


def _get(owner_of: Callable[[Call], Node], call: Call) -> ApiResponse:
    return ok(_document(call.world, call.organization(), owner_of(call), _name(call)))


def _update(owner_of: Callable[[Call], Node], call: Call) -> ApiResponse:
    """Replace the members of a group; only usernames matter, and application keys name their group themselves."""
    note(call.world, "organization_groups.fixed")
    owner, name = owner_of(call), _name(call)
    users = [user["username"] for user in call.body.get("users") or []]
    for user in users:
        if public_user(call.world, user) is None:
            raise bad_request(f"User {user} does not exist")
    set_members(call.world.store, owner, name, users, call.body.get("description"))
    return ok(_document(call.world, call.organization(), owner, name))


def _views(call: Call, owner: Node) -> list[Document]:
    """Return the groups of an owner that have members; none if the caller may not read the owner."""
    if not call.rights().reads(owner):
        return []
    documents = (_document(call.world, call.organization(), owner, name) for name in GROUPS)
    return [document for document in documents if document["users"] or document["applicationKeys"]]


def _host_tree(call: Call, host: Node) -> Document:
    return {"host": host.name, "groupViews": _views(call, host)}


def _environment_tree(call: Call, environment: Node) -> Document:
    hosts = call.rights().visible(call.world.store.children(environment.id, "hosts"))
    branches = [branch for branch in (_host_tree(call, host) for host in hosts) if branch["groupViews"]]
    views = _views(call, environment)
    return {"environment": environment.name, "groupViews": views, "hostGroupViews": branches}


def _organization_tree(call: Call, organization: Node) -> Document:
    """Return all groups with members in an organization, its environments and its hosts."""
    environments = call.rights().visible(call.world.store.children(organization.id, "environments"))
    branches = [_environment_tree(call, environment) for environment in environments]
    return {
        "organization": organization.name,
        "groupViews": _views(call, organization),
        "environmentGroupViews": [branch for branch in branches if branch["groupViews"] or branch["hostGroupViews"]],
    }


def _tree(owner_of: Callable[[Call], Node], tree: Callable[[Call, Node], Document], call: Call) -> ApiResponse:
    return ok(tree(call, owner_of(call)))


_OWNERS: dict[str, tuple[str, Callable[[Call], Node], Callable[[Call, Node], Document]]] = {
    "organization_groups": ("organizations", Call.organization, _organization_tree),
    "environment_groups": ("environments", Call.environment, _environment_tree),
    "host_user_groups": ("hosts", Call.host, _host_tree),
}
for _tag, (_owner_tag, _owner_of, _owner_tree) in _OWNERS.items():
    operation(f"{_tag}.list")(partial(_list, _owner_of))
    operation(f"{_tag}.get")(partial(_get, _owner_of))
    operation(f"{_tag}.update")(partial(_update, _owner_of))
    operation(f"{_owner_tag}.get_groups_tree")(partial(_tree, _owner_of, _owner_tree))
