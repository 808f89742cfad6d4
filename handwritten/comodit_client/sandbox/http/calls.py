"""A request as a handler sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.sandbox.errors import conflict, not_found
from comodit_client.sandbox.http.validation import parse_boolean
from comodit_client.sandbox.state.places import find_place, member

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Caller
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World


@frozen
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
        return parse_boolean(self.query[name]) if name in self.query else default

    def flag_of_body(self, name: str) -> bool:
        """Return a boolean of the body; false when it is absent or null."""
        return self.body.get(name) is not None and parse_boolean(self.body[name])

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
            raise not_found(kind, f"of host {host.name}")
        return node


def ensure_unused(users: list[Node], text: str) -> None:
    """Refuse what would take something away from those who use it.

    Raises:
        Refusal: There are such users.
    """
    if users:
        names = ", ".join(node.name for node in users[:3])
        raise conflict(f"{text}: {names}{' and more' if len(users) > 3 else ''}")
