"""Groups of an archive, with the users and the application keys in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.reading import Entity, created, members, objects, unusable
from comodit_client.sandbox.archive.storing import add, stored, with_defaults
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.rights import GROUPS
from comodit_client.sandbox.operations.groups import group_identity
from comodit_client.sandbox.state.application_keys import KIND

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_COMPUTED = ("organization", "users", "applicationKeys")


def load_groups(world: World, organization: Node, entity: Entity, owner: Node) -> None:
    """Load the groups of an owner. Users who do not exist are created; they have no password.

    Args:
        world: The sandbox.
        organization: The organization of the owner.
        entity: The owner in the archive.
        owner: The owner in the store.

    Raises:
        ApiError: A file cannot be read, a group is unknown, or a name is missing or occurs twice.
    """
    keys: list[tuple[Entity, Document]] = []
    kept: dict[str, Document] = {}
    found = members(entity, "groups")
    if len({group.name for group in found}) < len(found):
        raise unusable(entity.place, "two of the groups have the same name")
    for group in found:
        if group.name not in GROUPS:
            raise unusable(group.place, f"such a group does not exist; the groups are {', '.join(GROUPS)}")
        doc = without(group.document, _COMPUTED)
        users = [_user(world, group, user) for user in objects(group.document, "users")]
        # Each request reads all groups that are nodes, so those without users are not.
        if users:
            add(world.store, group, owner, "groups", {}, {"users": users})
        if doc != group_identity(owner, group.name):
            kept[group.name] = doc
        keys += ((group, key) for key in objects(group.document, "applicationKeys"))
    if kept:
        owner.data["groups"] = kept
        world.store.save(owner)
    if owner.id == organization.id:
        for group, key in sorted(keys, key=lambda found: created(found[1])):
            _load_key(world, group, key, organization)


def make_administrator(world: World, organization: Node) -> None:
    """Give the user of the sandbox the rights of an administrator, without a change of what the groups show."""
    node = world.store.find(organization.id, "groups", "admin") or world.store.add(
        organization.id, "groups", "admin", {}, {"users": []}
    )
    node.data["unlisted"] = [world.user]
    world.store.save(node)


def _user(world: World, group: Entity, user: Document) -> str:
    """Return the name of a user, who exists then."""
    name = user.get("username")
    if not isinstance(name, str) or not name:
        raise unusable(group.place, "it has a user without a name")
    if name != world.user and world.store.find(0, "users", name) is None:
        public = {member: user.get(member) or "" for member in ("fullname", "email")}
        # No password has an empty hash.
        world.store.add(0, "users", name, {"username": name, **public, "role": "USER"}, {"password": ""})
    return name


def _load_key(world: World, group: Entity, key: Document, organization: Node) -> None:
    name = key.get("name")
    if not isinstance(name, str) or not name:
        raise unusable(group.place, "it has an application key without a name")
    defaults = {"group": group.name, "method": "TOKEN", "created": "", "creator": ""}
    add(world.store, group, organization, KIND, with_defaults(stored(key, ("organization",)), defaults), name=name)
