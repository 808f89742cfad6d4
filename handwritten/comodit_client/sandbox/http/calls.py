"""The call of an operation, as its handler sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from comodit_client.sandbox.errors import conflict, not_found
from comodit_client.sandbox.http.paging import Page
from comodit_client.sandbox.http.rights import Rights, Scope
from comodit_client.sandbox.http.validation import parse_boolean
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.places import Place, find_place, member

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Caller
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World


@frozen
class Call:
    """A call of an operation.

    Attributes:
        world: The sandbox.
        caller: The sender of the request.
        names: The variables of the path, by their names in its template.
        query: The query.
        body: The decoded JSON body, validated against the schema, or an Upload; None without a body.
        base_url: The server's URL as the client wrote it, without a path and a trailing slash.
        read_scope: The owners in the path, if the operation only reads: then they do not change.
        read_rights: The caller's rights, in the same case.
    """

    world: World
    caller: Caller
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    base_url: str
    read_scope: Scope = field(factory=Scope)
    read_rights: Rights | None = None

    def rights(self) -> Rights:
        """Return the caller's rights in the present state, which the handler may have changed."""
        return self.read_rights or Rights(self.world.store, self.caller)

    def page(self) -> Page:
        """Return the page of a list that the query asks for.

        Raises:
            ApiError: A parameter is not an integer of 0 or more.
        """
        note(self.world, "lists.whole" if self.query.keys().isdisjoint(("offset", "count")) else "lists.paging")
        return Page.of(self.query)

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a boolean parameter of the query."""
        return parse_boolean(self.query[name]) if name in self.query else default

    def flag_of_body(self, name: str) -> bool:
        """Return a boolean member of the body; false if it is absent or null."""
        return self.body.get(name) is not None and parse_boolean(self.body[name])

    def organization(self) -> Node:
        """Return the organization in the path.

        Raises:
            ApiError: The organization does not exist.
        """
        return self.read_scope.organization or member(
            self.world.store, self.world.store.root(), "organizations", self.names["organization"]
        )

    def environment(self) -> Node:
        """Return the environment in the path.

        Raises:
            ApiError: The environment does not exist.
        """
        return self.read_scope.environment or member(
            self.world.store, self.organization(), "environments", self.names["environment"]
        )

    def host_group(self) -> Node:
        """Return the host group in the path.

        Raises:
            ApiError: The host group does not exist.
        """
        return member(self.world.store, self.organization(), "hostgroups", self.names["host_group"])

    def place(self) -> Place:
        """Return the host in the path with its owners.

        Raises:
            ApiError: The host does not exist.
        """
        if self.read_scope.host is not None:
            return Place(*self.read_scope.owners)
        return find_place(self.world.store, self.names["organization"], self.names["environment"], self.names["host"])

    def host(self) -> Node:
        """Return the host in the path.

        Raises:
            ApiError: The host does not exist.
        """
        return self.place().host

    def application_context(self) -> Node:
        """Return the application context in the path.

        Raises:
            ApiError: The application is not installed on the host.
        """
        return member(self.world.store, self.host(), "applications", self.names["application"])

    def single(self, kind: str) -> Node:
        """Return an element of which the host has at most one: platform context, distribution context or instance.

        Raises:
            ApiError: The host has no such element.
        """
        host = self.host()
        node = self.world.store.single(host.id, kind)
        if node is None:
            raise not_found(kind, f"of host {host.name}")
        return node


def ensure_unused(call: Call, users: list[Node], text: str, behaviour: str) -> None:
    """Check that nothing uses what is to be deleted. The error names users that the caller may read.

    Raises:
        ApiError: Something uses it.
    """
    if users:
        names = [node.name for node in users if call.rights().reads(node)][:3]
        raise conflict(f"{text}: {', '.join(names)}{' and more' if len(users) > len(names) else ''}", behaviour)
