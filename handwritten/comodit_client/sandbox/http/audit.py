"""The audit log: which user did what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.users import user_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.sandbox.http.rights import Caller, Scope
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World

#: The members of a body that identify its subject.
IDENTITIES = ("name", "key", "application", "platform", "distribution", "username")


def record(world: World, caller: Caller, scope: Scope, operation_id: str, names: Mapping[str, str], body: Any) -> None:
    """Log a request that changed something.

    Args:
        world: The sandbox.
        caller: The sender of the request.
        scope: The owners in its path before the request.
        operation_id: The operation.
        names: The variables of its path.
        body: Its body; only names are logged, no values.
    """
    organization = scope.organization
    if organization is None or world.store.at(organization.id) is None:
        return
    tag, _, verb = operation_id.partition(".")
    what = f"{verb} {tag.removesuffix('s')}".replace("_", " ").capitalize()
    subject = _subject(names, body)
    message = f"{what} {subject}" if subject else what
    user = user_document(world, caller.name) or {}
    more = {"username": caller.name, "userFullName": user.get("fullname", "")}
    log(
        world,
        "audit",
        message,
        organization,
        scope.environment,
        scope.host,
        more,
        _created(world, scope, tag, verb, body),
    )


def _created(world: World, scope: Scope, tag: str, verb: str, body: Any) -> Node | None:
    """Return the environment or the host that a request has created."""
    if verb != "create" or tag not in ("environments", "hosts"):
        return None
    return world.store.find(scope.owners[-1].id, tag, body["name"])


def _subject(names: Mapping[str, str], body: Any) -> str:
    path = [names[word] for word in names if word != "organization"] or list(names.values())
    identities = [body[word] for word in IDENTITIES if isinstance(body, dict) and isinstance(body.get(word), str)]
    return "/".join(path + [name for name in identities[:1] if name not in path[-1:]])
