"""Rights of users: groups of an organization, an environment and a host decide (S20, S26, S27).

The nearest owner with the user in a group decides: a right in an organization also holds in its environments, unless
one of them gives another right. An admin of the organization is an admin everywhere in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comodit_client.sandbox.state.store import Node, Store

#: The groups of each owner and their rights. Auditors may change, but secrets are masked for them.
NOTHING, READ, AUDIT, WRITE, ADMIN = range(5)
GROUPS = {"admin": ADMIN, "users": WRITE, "readonly": READ, "auditors": AUDIT, "no access": NOTHING}
#: The right that changes need.
CHANGE = AUDIT
_WORDS = {READ: "read", CHANGE: "change", ADMIN: "administer"}
#: Operations that lead to an environment or a host that a user may see, though not to its surroundings.
_NAVIGATION = {"organizations.get", "environments.list", "environments.get", "hosts.list"}
_ADMIN_OPERATIONS = {"organizations.delete"}
#: Tags that control access; host_groups is not among them, since it groups hosts.
_ADMIN_TAGS = {"organization_groups", "environment_groups", "host_user_groups", "application_keys"}
#: Tags that are outside of organizations in the paths and yet belong to one; their handlers check the rights.
_CROSS_ORGANIZATION_TAGS = ("published_applications", "published_distributions")
_OWNERS = ("organization", "environment", "host")


@frozen
class Caller:
    """The sender of a request.

    Attributes:
        name: The user, or the creator of the application key.
        key: The application key of the request; None for a user.
    """

    name: str
    key: Node | None = None

    def belongs_to(self, organization: int) -> bool:
        """Return whether the caller may act in an organization; an application key is limited to its own."""
        return self.key is None or self.key.parent == organization


@frozen
class Scope:
    """The organization, the environment and the host in the path of a request, as far as they exist."""

    organization: Node | None = None
    environment: Node | None = None
    host: Node | None = None

    @classmethod
    def of(cls, store: Store, names: Mapping[str, str]) -> Scope:
        """Return the owners in a path."""
        found: list[Node] = []
        for word in _OWNERS:
            owner = found[-1] if found else store.root()
            node = store.find(owner.id, f"{word}s", names[word]) if word in names else None
            if node is None:
                break
            found.append(node)
        return cls(*found)

    @property
    def owners(self) -> list[Node]:
        """The owners, from the organization down."""
        return [node for node in (self.organization, self.environment, self.host) if node is not None]


def right_of(store: Store, caller: Caller, owners: Sequence[Node]) -> int:
    """Return the right of a caller in the last of several owners, which are given from the top down."""
    return _effective_right(given_rights(store, caller), owners)


def hides_secrets(store: Store, given: Mapping[int, int], owner: Node) -> bool:
    """Return whether a holder of rights is an auditor of a node, for whom secrets are masked."""
    if AUDIT not in given.values():
        return False
    owners = [owner]
    while owners[0].id:
        owners.insert(0, store.get(owners[0].parent))
    return _effective_right(given, owners) == AUDIT


def is_auditor(store: Store, caller: Caller, owner: Node) -> bool:
    """Return whether a caller is an auditor of a node, for whom secrets are masked."""
    return hides_secrets(store, given_rights(store, caller), owner)


def visible(store: Store, caller: Caller, owners: Sequence[Node], nodes: list[Node]) -> list[Node]:
    """Return the nodes that a caller may see, or in which the caller may see something.

    Args:
        store: The state.
        caller: The caller.
        owners: The owners of the nodes, from the top down.
        nodes: Organizations, environments or hosts.
    """
    given = given_rights(store, caller)
    above, ways = _effective_right(given, owners), _ancestors(store, given)
    if above == ADMIN:
        return nodes
    return [node for node in nodes if given.get(node.id, above) > NOTHING or node.id in ways]


def check_rights(store: Store, caller: Caller, method: str, operation_id: str, scope: Scope) -> None:
    """Check that a caller may send a request. The handler deals with owners that do not exist.

    Raises:
        ApiError: The caller does not have the right.
    """
    needed = _needed(method, operation_id)
    if scope.organization is None:
        _check_key_outside_organizations(caller, needed, operation_id)
        return
    if right_of(store, caller, scope.owners) >= needed:
        return
    if operation_id in _NAVIGATION and scope.owners[-1].id in _ancestors(store, given_rights(store, caller)):
        return
    owner = scope.owners[-1]
    raise ApiError(403, f"{caller.name} may not {_WORDS[needed]} {owner.kind.removesuffix('s')} {owner.name}")


def _check_key_outside_organizations(caller: Caller, needed: int, operation_id: str) -> None:
    """Allow an application key outside of organizations what its group may do for its own organization."""
    if caller.key is None or needed == READ:
        return
    is_elsewhere = operation_id.partition(".")[0] not in _CROSS_ORGANIZATION_TAGS
    if is_elsewhere or GROUPS.get(caller.key.doc["group"], NOTHING) < needed:
        raise ApiError(403, f"Application key {caller.key.name} may not do that")


def _needed(method: str, operation_id: str) -> int:
    tag = operation_id.partition(".")[0]
    if operation_id in _ADMIN_OPERATIONS or (tag in _ADMIN_TAGS and method != "GET"):
        return ADMIN
    # An organization's keys give access to agents, so reading them needs more than the right to read.
    return READ if method == "GET" and operation_id != "organizations.get_access" else CHANGE


def given_rights(store: Store, caller: Caller) -> dict[int, int]:
    """Return the rights that groups give a caller, by the row of the group's owner."""
    if caller.key is not None:
        return {caller.key.parent: GROUPS.get(caller.key.doc["group"], NOTHING)}
    given: dict[int, int] = {}
    for group in store.all("groups"):
        if caller.name in group.data["users"]:
            given[group.parent] = max(given.get(group.parent, NOTHING), GROUPS[group.name])
    return given


def _effective_right(given: Mapping[int, int], owners: Sequence[Node]) -> int:
    right = NOTHING
    for owner in owners:
        if right < ADMIN:
            right = given.get(owner.id, right)
    return right


def _ancestors(store: Store, given: Mapping[int, int]) -> set[int]:
    """Return the rows of the owners in which there is a right, and of all nodes above them."""
    ways: set[int] = set()
    for row, right in given.items():
        node = store.get(row)
        while right > NOTHING and node.id:
            ways.add(node.id)
            node = store.get(node.parent)
    return ways
