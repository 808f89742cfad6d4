"""The application keys of organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.state.timestamps import parse_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World


KIND = "applicationkeys"


def find_key(world: World, **secrets: str) -> Node | None:
    """Return the valid application key with the given secrets, or None.

    Args:
        world: The sandbox.
        **secrets: Members of the key and their values.
    """
    (member_name, value), *rest = secrets.items()
    for key in world.store.having(KIND, member_name, value):
        end = key.doc.get("expirationDate")
        if all(key.doc.get(name) == secret for name, secret in rest) and (
            not end or world.now() < parse_timestamp(end)
        ):
            return key
    return None
