"""Rights of users: groups of an organization, an environment and a host decide (S20, S26, S27).

The nearest owner with the user in a group decides: a right in an organization also holds in its environments, unless
one of them gives another right. An admin of the organization is an admin everywhere in it.

The table of rights in the documentation of the sandbox lists what each operation needs; a test compares the two.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.state.nodes import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comodit_client.sandbox.state.store import Node, Store

#: The groups of each owner and their rights. Readers and auditors see no secrets; auditors may change the rest.
NOTHING, READ, AUDIT, WRITE, ADMIN = range(5)
GROUPS = {"admin": ADMIN, "users": WRITE, "readonly": READ, "auditors": AUDIT, "no access": NOTHING}
#: The right that changes need.
CHANGE = AUDIT
#: The right that reading secrets needs.
SECRETS = WRITE
_WORDS = {READ: "read", CHANGE: "change", ADMIN: "administer"}
#: Operations that lead to an environment or a host that a user may see. Their responses leave out its surroundings.
_NAVIGATION = {"organizations.get", "environments.list", "environments.get", "hosts.list"}
_ADMIN_OPERATIONS = {"organizations.delete"}
#: Operations that return a key or a token which gives access to machines, so the right to read is not enough.
_REVEALING_OPERATIONS = {"organizations.get_access", "instances.get_vnc"}
#: Tags that control access; host_groups is not among them, since it groups hosts.
_ADMIN_TAGS = {"organization_groups", "environment_groups", "host_user_groups", "application_keys"}
#: Tags that are outside of organizations in the paths and yet belong to one; their handlers check the rights.
_CROSS_ORGANIZATION_TAGS = ("published_applications", "published_distributions")
#: Tags that concern a person, so application keys have no access to them.
_PERSONAL_TAGS = ("users", "account")
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
            owner = found[-1].id if found else ROOT
            node = store.find(owner, f"{word}s", names[word]) if word in names else None
            if node is None:
                break
            found.append(node)
        return cls(*found)

    @property
    def owners(self) -> list[Node]:
        """The owners, from the organization down."""
        return [node for node in (self.organization, self.environment, self.host) if node is not None]


class Rights:
    """The rights of a caller in the present state of the store.

    Args:
        store: The store.
        caller: The sender of the request.
        owners: Nodes to know without reading them, each below the one before.
    """

    def __init__(self, store: Store, caller: Caller, owners: Sequence[Node] = ()) -> None:
        self._store = store
        self._caller = caller
        self._given = _given_rights(store, caller)
        self._known = {ROOT: NOTHING}
        for owner in owners:
            self.at(owner)

    def at(self, node: Node) -> int:
        """Return the right of the caller at a node."""
        if node.id not in self._known:
            above = self._known.get(node.parent)
            if above is None:
                above = self.at(self._store.get(node.parent))
            self._known[node.id] = above if above == ADMIN else self._given.get(node.id, above)
        return self._known[node.id]

    def at_member(self, owner: Node, row: int) -> int:
        """Return the right of the caller at a member of an owner, by the member's row."""
        above = self.at(owner)
        return above if above == ADMIN else self._given.get(row, above)

    def reads(self, node: Node) -> bool:
        """Return whether the caller may read a node."""
        return self.at(node) >= READ

    def leads_to(self, node: Node) -> bool:
        """Return whether the caller may read a node or something below it."""
        return self.reads(node) or node.id in self._ways

    def visible(self, nodes: Iterable[Node]) -> list[Node]:
        """Return the nodes that the caller may read, or below which the caller may read something."""
        return [node for node in nodes if self.leads_to(node)]

    def visible_members(self, owner: Node, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows of those members of an owner that the caller may read, or something below them."""
        if self.at(owner) == ADMIN:
            return rows
        return [row for row in rows if self.at_member(owner, row) >= READ or row in self._ways]

    def hides_secrets(self, node: Node) -> bool:
        """Return whether secrets of a node are masked for the caller."""
        return self.at(node) < SECRETS

    def require(self, node: Node, needed: int) -> None:
        """Check that the caller has a right at a node.

        Raises:
            ApiError: The caller does not have the right.
        """
        if self.at(node) < needed:
            what = f"{node.kind.removesuffix('s')} {node.name}"
            text = f"{self._caller.name} may not {_WORDS[needed]} {what}"
            raise ApiError(403, text, behaviour="rights.denied")

    def require_all(self, nodes: Iterable[Node], needed: int) -> None:
        """Check that the caller has a right at each of several nodes, some of which the caller may not even read.

        Raises:
            ApiError: The caller does not have the right at one of them.
        """
        for node in nodes:
            if self.at(node) < needed:
                raise ApiError(403, f"{self._caller.name} may not {_WORDS[needed]} all of the {node.kind}")

    def require_no_gain(self, target: Node, sources: Iterable[Node]) -> None:
        """Check that nodes below another owner do not give the caller more rights than now.

        Args:
            target: The new owner.
            sources: The nodes that are moved or copied.

        Raises:
            ApiError: The caller would gain rights.
        """
        if any(self.at(source) < self.at(target) for source in sources):
            text = f"{self._caller.name} would have more rights in {target.name} than there are now"
            raise ApiError(403, text, behaviour="rights.no-gain")

    @cached_property
    def _ways(self) -> set[int]:
        """The rows of the owners in which there is a right, and of all nodes above them."""
        ways: set[int] = set()
        for row, right in self._given.items():
            node = self._store.get(row)
            while right > NOTHING and node.id:
                ways.add(node.id)
                node = self._store.get(node.parent)
        return ways


def check_rights(rights: Rights, caller: Caller, method: str, operation_id: str, scope: Scope) -> None:
    """Check that a caller with certain rights may send a request. The handler deals with owners that do not exist.

    Raises:
        ApiError: The caller does not have the right.
    """
    needed = _needed(method, operation_id)
    if scope.organization is None:
        _check_key_outside_organizations(caller, needed, operation_id)
        return
    owner = scope.owners[-1]
    if not (operation_id in _NAVIGATION and rights.leads_to(owner)):
        rights.require(owner, needed)


def _check_key_outside_organizations(caller: Caller, needed: int, operation_id: str) -> None:
    """Allow an application key to read outside of organizations, and to change what belongs to its own."""
    if caller.key is None:
        return
    tag = operation_id.partition(".")[0]
    if tag in _PERSONAL_TAGS:
        raise ApiError(403, "Users and their tokens are not accessible with an application key; use a password")
    if needed > READ and tag not in _CROSS_ORGANIZATION_TAGS:
        raise ApiError(403, f"Application key {caller.key.name} may not do that")


def _needed(method: str, operation_id: str) -> int:
    tag = operation_id.partition(".")[0]
    if operation_id in _ADMIN_OPERATIONS or (tag in _ADMIN_TAGS and method != "GET"):
        return ADMIN
    return READ if method == "GET" and operation_id not in _REVEALING_OPERATIONS else CHANGE


def _given_rights(store: Store, caller: Caller) -> dict[int, int]:
    """Return the rights that groups give a caller, by the row of the group's owner."""
    if caller.key is not None:
        return {caller.key.parent: GROUPS.get(caller.key.doc["group"], NOTHING)}
    given: dict[int, int] = {}
    for group in store.all("groups"):
        if caller.name in group.data["users"] or caller.name in group.data.get("unlisted", ()):
            given[group.parent] = max(given.get(group.parent, NOTHING), GROUPS[group.name])
    return given
