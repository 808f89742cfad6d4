"""The logs of organizations: audit, notification, agent and other.

The organization owns its logs. The log of an environment or a host is the part that concerns it, so that it survives
a rename and a deletion.
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
    subject: Node | None = None,
) -> None:
    """Write a log entry.

    Args:
        world: The sandbox.
        kind: "audit", "notification", "agent" or "other".
        message: The event.
        organization: The organization concerned.
        environment: The environment concerned, if known.
        host: The host concerned, if known.
        more: Further members of the entry.
        subject: The environment or host that only readers of it may know, although it is not in the path.
    """
    places = {"environments": environment, "hosts": host, "subject": subject}
    data = {name: node.doc["uuid"] for name, node in places.items() if node is not None}
    doc = {"timestamp": format_timestamp(world.now()), "message": message, **(more or {})}
    world.store.add(organization.id, f"{kind} log", new_uuid(), doc, data)
