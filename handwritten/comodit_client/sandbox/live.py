"""Live actions: one thing done to a file or a service of an application on a machine, at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.answers import Answer, accepted
from comodit_client.sandbox.changes import queue_change
from comodit_client.sandbox.errors import Refusal
from comodit_client.sandbox.parameters import definition_of
from comodit_client.sandbox.routing import operation

if TYPE_CHECKING:
    from comodit_client.sandbox.calls import Call


def _act(verb: str, word: str, call: Call) -> Answer:
    """Queue a change of one task."""
    place, context, name = call.place(), call.application_context(), call.names[word]
    application = definition_of(call.world.store, place.organization, context)
    resources = application.doc[f"{word}s"] if application else []
    if name not in [resource["name"] for resource in resources]:
        raise Refusal(404, f"Application {context.name} has no {word} {name}")
    queue_change(
        call.world, place.host, f"{verb.capitalize()} {word} {name} of {context.name}", [f"{verb} {word} {name}"]
    )
    return accepted()


operation("hosts.update_file")(partial(_act, "update", "file"))
for _verb in ("restart", "update", "enable", "disable"):
    operation(f"hosts.{_verb}_service")(partial(_act, _verb, "service"))
