"""A request as a handler sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.errors import conflict, unknown
from comodit_client.sandbox.http.validation import truth

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Caller
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World


@dataclass(frozen=True, slots=True)
class Place:
    """Where a host stands in the tree: the node itself and those above it."""

    organization: Node
    environment: Node
    host: Node

    @property
    def owners(self) -> tuple[Node, Node, Node]:
        """The organization, the environment and the host."""
        return (self.organization, self.environment, self.host)

    @property
    def path(self) -> str:
        """The path of the host in the API, as links write it (S91)."""
        return f"organizations/{self.organization.name}/environments/{self.environment.name}/hosts/{self.host.name}"


@dataclass(frozen=True, slots=True)
class Call:
    """One request.

    Attributes:
        world: What to work on.
        caller: Who sends it.
        names: What stands in the path, by the names in its template.
        query: The query.
        body: The decoded JSON body, checked against the schema, or an Upload; None when there is none.
        base_url: The server's URL as the client wrote it, without path and without a slash at its end.
    """

    world: World
    caller: Caller
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    base_url: str

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a boolean of the query."""
        return truth(self.query[name]) if name in self.query else default

    def flag_of_body(self, name: str) -> bool:
        """Return a boolean of the body; false when it is absent or null."""
        return self.body.get(name) is not None and truth(self.body[name])

    def organization(self) -> Node:
        """Return the organization of the path.

        Raises:
            Refusal: It does not exist.
        """
        return member(self.world.store, self.world.store.root(), "organizations", self.names["organization"])

    def environment(self) -> Node:
        """Return the environment of the path.

        Raises:
            Refusal: It does not exist.
        """
        return member(self.world.store, self.organization(), "environments", self.names["environment"])

    def host_group(self) -> Node:
        """Return the host group of the path.

        Raises:
            Refusal: It does not exist.
        """
        return member(self.world.store, self.organization(), "hostgroups", self.names["host_group"])

    def place(self) -> Place:
        """Return the host of the path and what it is in.

        Raises:
            Refusal: It does not exist.
        """
        return find_place(self.world.store, self.names["organization"], self.names["environment"], self.names["host"])

    def host(self) -> Node:
        """Return the host of the path.

        Raises:
            Refusal: It does not exist.
        """
        return self.place().host

    def application_context(self) -> Node:
        """Return the application on the host of the path.

        Raises:
            Refusal: It is not installed.
        """
        return member(self.world.store, self.host(), "applications", self.names["application"])

    def single(self, kind: str) -> Node:
        """Return what the host of the path has at most one of: its platform or distribution context, its instance.

        Raises:
            Refusal: The host has none.
        """
        host = self.host()
        node = self.world.store.single(host.id, kind)
        if node is None:
            raise unknown(kind, f"of host {host.name}")
        return node


def member(store: Store, owner: Node, kind: str, name: str) -> Node:
    """Return a member of a collection.

    Raises:
        Refusal: It does not exist (S8).
    """
    node = store.find(owner.id, kind, name)
    if node is None:
        raise unknown(kind, name)
    return node


def find_place(store: Store, organization: str, environment: str, host: str) -> Place:
    """Return a host and what it is in, by their names.

    Raises:
        Refusal: One of them does not exist.
    """
    organization_node = member(store, store.root(), "organizations", organization)
    environment_node = member(store, organization_node, "environments", environment)
    return Place(organization_node, environment_node, member(store, environment_node, "hosts", host))


def place_of(store: Store, host: Node) -> Place:
    """Return a host and what it is in."""
    return next(places_of(store, [host]))


def places_of(store: Store, hosts: Iterable[Node]) -> Iterator[Place]:
    """Go through hosts and what they are in; an environment that several are in is read once."""
    above: dict[int, tuple[Node, Node]] = {}
    for host in hosts:
        if host.parent not in above:
            environment = store.get(host.parent)
            above[host.parent] = (store.get(environment.parent), environment)
        yield Place(*above[host.parent], host)


def refuse_in_use(users: list[Node], text: str) -> None:
    """Refuse what would take something away from those who use it.

    Raises:
        Refusal: There are such users.
    """
    if users:
        names = ", ".join(node.name for node in users[:3])
        raise conflict(f"{text}: {names}{' and more' if len(users) > 3 else ''}")
