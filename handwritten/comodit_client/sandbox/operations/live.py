"""Live actions on a resource of an application on a machine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.responses import ApiResponse, accepted
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.state.definitions import definition_of

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call


def _act(verb: str, word: str, extra: str, call: Call) -> ApiResponse:
    """Queue a change with one task.

    Args:
        verb: The action.
        word: The kind of the resource.
        extra: The optional query parameter for a release or a branch.
        call: The call.
    """
    place, context, name = call.place(), call.application_context(), call.names[word]
    application = definition_of(call.world.store, place.organization, context)
    resources = application.doc.get(_LISTS[word], []) if application else []
    if name not in [resource["name"] for resource in resources]:
        raise ApiError(404, f"Application {context.name} has no {word} {name}")
    note(call.world, "hosts.live-action")
    suffix = f" {call.query[extra]}" if call.query.get(extra) else ""
    queue_change(
        call.world,
        place.host,
        f"{verb.capitalize()} {word} {name} of {context.name}",
        [f"{verb} {word} {name}{suffix}"],
    )
    return accepted()


_LISTS = {"file": "files", "service": "services", "package": "packages", "git": "gits"}
for _operation, _verb, _word, _extra in (
    ("update_file", "update", "file", ""),
    ("restart_service", "restart", "service", ""),
    ("update_service", "update", "service", ""),
    ("enable_service", "enable", "service", ""),
    ("disable_service", "disable", "service", ""),
    ("install_package", "install", "package", "release"),
    ("update_package", "update", "package", "release"),
    ("update_git", "update", "git", "branch"),
):
    operation(f"hosts.{_operation}")(partial(_act, _verb, _word, _extra))
