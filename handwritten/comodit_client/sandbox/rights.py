"""What a caller may do: the rights of the groups (S26, S27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import Refusal

if TYPE_CHECKING:
    from comodit_client.sandbox.routing import Route
    from comodit_client.sandbox.store import Node
    from comodit_client.sandbox.world import World

ADMINISTRATORS = "admin"
READERS = "readonly"
#: What only administrators change: who else may do what.
_FOR_ADMINISTRATORS = ("groups", "group_users", "application_keys")

#: What is not below an organization in the paths, and yet belongs to one: the handlers see to it.
_OF_SEVERAL = ("published_applications", "published_distributions")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a request.

    Attributes:
        name: The user, or who made the application key.
        key: The application key that was shown; None for a user.
    """

    name: str
    key: Node | None = None

    def belongs_to(self, organization: int) -> bool:
        """Tell whether the caller has a say in an organization; an application key has in its own one only."""
        return self.key is None or self.key.parent == organization


def check_rights(world: World, caller: Caller, method: str, route: Route) -> None:
    """Let a caller do something or not; an application key is good for its organization only.

    Args:
        world: The sandbox.
        caller: Who sends the request.
        method: The HTTP method.
        route: What the request asks for.

    Raises:
        Refusal: The caller may not do that.
    """
    if caller.key is None:
        return
    organization = world.store.get(caller.key.parent).name
    tag = route.operation["operationId"].partition(".")[0]
    if route.names.get("organization", organization) != organization:
        raise Refusal(403, f"The application key is one of organization {organization}")
    if method == "GET":
        return
    group = caller.key.doc["group"]
    is_elsewhere = "organization" not in route.names and tag not in _OF_SEVERAL
    if group == READERS or is_elsewhere:
        raise Refusal(403, f"Group {group} of organization {organization} may not do that")
    if group != ADMINISTRATORS and tag in _FOR_ADMINISTRATORS:
        raise Refusal(403, f"Only group {ADMINISTRATORS} may change that")
