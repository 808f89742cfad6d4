"""The places of hosts in the tree, and lookups by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import not_found

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store


@frozen
class Place:
    """A host with its organization and its environment."""

    organization: Node
    environment: Node
    host: Node

    @property
    def owners(self) -> tuple[Node, Node, Node]:
        """The organization, the environment and the host."""
        return (self.organization, self.environment, self.host)

    @property
    def names(self) -> tuple[str, str, str]:
        """The names of the organization, the environment and the host."""
        return (self.organization.name, self.environment.name, self.host.name)

    @property
    def path(self) -> str:
        """The path of the host in the API, as links contain it (S91)."""
        return f"organizations/{self.organization.name}/environments/{self.environment.name}/hosts/{self.host.name}"


def member(store: Store, owner: Node, kind: str, name: str) -> Node:
    """Return a member of a collection.

    Raises:
        ApiError: The member does not exist (S8).
    """
    node = store.find(owner.id, kind, name)
    if node is None:
        raise not_found(kind, name)
    return node


def find_place(store: Store, organization: str, environment: str, host: str) -> Place:
    """Return the place of a host, by names.

    Raises:
        ApiError: The organization, the environment or the host does not exist.
    """
    organization_node = member(store, store.root(), "organizations", organization)
    environment_node = member(store, organization_node, "environments", environment)
    return Place(organization_node, environment_node, member(store, environment_node, "hosts", host))


def place_of(store: Store, host: Node) -> Place:
    """Return the place of a host."""
    return next(places_of(store, [host]))


def places_of(store: Store, hosts: Iterable[Node]) -> Iterator[Place]:
    """Yield the places of hosts; an environment shared by several hosts is read once."""
    above: dict[int, tuple[Node, Node]] = {}
    for host in hosts:
        if host.parent not in above:
            environment = store.get(host.parent)
            above[host.parent] = (store.get(environment.parent), environment)
        yield Place(*above[host.parent], host)


def matching_places(store: Store, organization: str, environment: str, host: str) -> Iterator[Place]:
    """Yield the places of the hosts whose names match patterns, such as `web-*`."""
    for owner in _matching(store, store.root(), "organizations", organization):
        for target in _matching(store, owner, "environments", environment):
            for found in _matching(store, target, "hosts", host):
                yield Place(owner, target, found)


def _matching(store: Store, owner: Node, kind: str, pattern: str) -> list[Node]:
    # A name can contain characters that are special in patterns, and one host is found faster than all are read.
    exact = store.find(owner.id, kind, pattern)
    return [exact] if exact else [node for node in store.children(owner.id, kind) if fnmatchcase(node.name, pattern)]
