"""Changing a definition: refused while it is locked; when it is done, the definition is one version further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import LABELS, conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, empty_ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.simulation.triggers import roll_out
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node

#: The three families of definitions, and the word for each in paths.
FAMILIES = {"applications": "application", "platforms": "platform", "distributions": "distribution"}


def definition_in_path(kind: str, call: Call) -> Node:
    """Return the definition of the path.

    Args:
        kind: The collection, one of `FAMILIES`.
        call: The request.

    Raises:
        Refusal: It does not exist.
    """
    return member(call.world.store, call.organization(), kind, call.names[FAMILIES[kind]])


def ensure_unlocked(definitions: Iterable[Node]) -> None:
    """Let nobody change or remove what is locked.

    Raises:
        Refusal: One of the definitions is locked.
    """
    for definition in definitions:
        if definition.doc.get("locked"):
            raise conflict(f"{LABELS[definition.kind]} {definition.name} is locked; unlock it first")


@contextmanager
def edit(call: Call, definition: Node) -> Iterator[None]:
    """Change a definition or what belongs to it, and save it one version further (S16).

    Hosts that have it installed follow: a change is queued on each.

    Args:
        call: The request.
        definition: What is changed inside.

    Raises:
        Refusal: It is locked.
    """
    ensure_unlocked([definition])
    version = definition.doc["version"]
    with roll_out(call, definition):
        yield
        definition.doc["version"] = version + 1
        call.world.store.save(definition)


def _set_lock(kind: str, locked: bool, call: Call) -> ApiResponse:
    definition = definition_in_path(kind, call)
    definition.doc["locked"] = locked
    call.world.store.save(definition)
    return empty_ok()


for _kind in ("applications", "distributions"):
    operation(f"{_kind}.lock")(partial(_set_lock, _kind, True))
    operation(f"{_kind}.unlock")(partial(_set_lock, _kind, False))
