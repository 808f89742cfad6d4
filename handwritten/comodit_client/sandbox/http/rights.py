"""What a user may do: the groups of an organization, an environment and a host decide (S20, S26, S27).

The nearest owner that has a user in a group counts for what is in it: a right of an organization holds in its
environments, unless one of them says otherwise. An admin of the organization is one everywhere in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comodit_client.sandbox.state.store import Node, Store

#: The groups that each owner has, and how much they allow: auditors may change, but see no secrets.
NOTHING, READ, AUDIT, WRITE, ADMIN = range(5)
GROUPS = {"admin": ADMIN, "users": WRITE, "readonly": READ, "auditors": AUDIT, "no access": NOTHING}
#: What changes need.
CHANGE = AUDIT
_WORDS = {READ: "read", CHANGE: "change", ADMIN: "administer"}
#: What shows the way to an environment or a host that a user may see, though not what is around it.
_NAVIGATION = {"organizations.get", "environments.list", "environments.get", "hosts.list"}
_ADMIN_OPERATIONS = {"organizations.delete"}
#: What says who may do what; host_groups are groups of hosts.
_ADMIN_TAGS = {"organization_groups", "environment_groups", "host_user_groups", "application_keys"}
#: What is not below an organization in the paths, and yet belongs to one: the handlers see to it.
_CROSS_ORGANIZATION_TAGS = ("published_applications", "published_distributions")
_OWNERS = ("organization", "environment", "host")


@frozen
class Caller:
    """Who sends a request.

    Attributes:
        name: The user, or who made the application key.
        key: The application key that was shown; None for a user.
    """

    name: str
    key: Node | None = None

    def belongs_to(self, organization: int) -> bool:
        """Tell whether the caller may have a say in an organization; an application key has in its own one only."""
        return self.key is None or self.key.parent == organization


@frozen
class Scope:
    """Where a request goes, as far as it exists: the organization, the environment and the host of its path."""

    organization: Node | None = None
    environment: Node | None = None
    host: Node | None = None

    @classmethod
    def of(cls, store: Store, names: Mapping[str, str]) -> Scope:
        """Look the owners of a path up."""
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
        """The owners, the widest first."""
        return [node for node in (self.organization, self.environment, self.host) if node is not None]


def right_of(store: Store, caller: Caller, owners: Sequence[Node]) -> int:
    """Return how much a caller may do in the last of several owners, the widest of which comes first."""
    return _effective_right(given_rights(store, caller), owners)


def hides_secrets(store: Store, given: Mapping[int, int], owner: Node) -> bool:
    """Tell whether someone of certain rights is an auditor of a node, and so sees no secrets there."""
    if AUDIT not in given.values():
        return False
    owners = [owner]
    while owners[0].id:
        owners.insert(0, store.get(owners[0].parent))
    return _effective_right(given, owners) == AUDIT


def is_auditor(store: Store, caller: Caller, owner: Node) -> bool:
    """Tell whether a caller is an auditor of a node, and so sees no secrets there."""
    return hides_secrets(store, given_rights(store, caller), owner)


def visible(store: Store, caller: Caller, owners: Sequence[Node], nodes: list[Node]) -> list[Node]:
    """Return those of several nodes that a caller may see, or see something in.

    Args:
        store: The state.
        caller: Who asks.
        owners: What the nodes are in, the widest first.
        nodes: Organizations, environments or hosts.
    """
    given = given_rights(store, caller)
    above, ways = _effective_right(given, owners), _ancestors(store, given)
    if above == ADMIN:
        return nodes
    return [node for node in nodes if given.get(node.id, above) > NOTHING or node.id in ways]


def check_rights(store: Store, caller: Caller, method: str, operation_id: str, scope: Scope) -> None:
    """Let a request pass or not; what does not exist is left to the handler.

    Raises:
        Refusal: The caller may not do that.
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
    """Let an application key do outside of organizations what its group may, and only for its organization."""
    if caller.key is None or needed == READ:
        return
    is_elsewhere = operation_id.partition(".")[0] not in _CROSS_ORGANIZATION_TAGS
    if is_elsewhere or GROUPS.get(caller.key.doc["group"], NOTHING) < needed:
        raise ApiError(403, f"Application key {caller.key.name} may not do that")


def _needed(method: str, operation_id: str) -> int:
    tag = operation_id.partition(".")[0]
    if operation_id in _ADMIN_OPERATIONS or (tag in _ADMIN_TAGS and method != "GET"):
        return ADMIN
    # The keys of an organization let agents in, so they are not for those who only look.
    return READ if method == "GET" and operation_id != "organizations.get_access" else CHANGE


def given_rights(store: Store, caller: Caller) -> dict[int, int]:
    """Return the rights that groups give a caller, by the row of the groups' owner."""
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
    """Return the rows of the owners that give a right, and of all that is above them."""
    ways: set[int] = set()
    for row, right in given.items():
        node = store.get(row)
        while right > NOTHING and node.id:
            ways.add(node.id)
            node = store.get(node.parent)
    return ways
