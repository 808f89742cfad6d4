"""The logs of an organization, and of what is in it: of users, notifications, agents, and the rest.

A log is kept by the organization; an environment's or a host's is the part of it that concerns them, so that it follows
a rename, and outlives what was deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World


def log(
    world: World,
    kind: str,
    message: str,
    organization: Node,
    environment: Node | None = None,
    host: Node | None = None,
    more: Document | None = None,
) -> None:
    """Write an entry.

    Args:
        world: The sandbox.
        kind: "audit", "notification", "agent" or "other".
        message: What happened.
        organization: Where.
        environment: Where in it, if that is known.
        host: Where in that, if that is known.
        more: Further members of the entry.
    """
    places = {"environments": environment, "hosts": host}
    data = {name: node.doc["uuid"] for name, node in places.items() if node is not None}
    doc = {"timestamp": format_timestamp(world.now()), "message": message, **(more or {})}
    world.store.add(organization.id, f"{kind} log", new_uuid(), doc, data)
