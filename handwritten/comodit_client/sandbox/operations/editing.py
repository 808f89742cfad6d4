"""Editing of definitions: it requires an unlocked definition and increments its version."""

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

#: The families of definitions, each with the name of its path variable.
FAMILIES = {"applications": "application", "platforms": "platform", "distributions": "distribution"}


def definition_in_path(kind: str, call: Call) -> Node:
    """Return the definition in the path.

    Args:
        kind: The family, one of `FAMILIES`.
        call: The call.

    Raises:
        ApiError: The definition does not exist.
    """
    return member(call.world.store, call.organization(), kind, call.names[FAMILIES[kind]])


def ensure_unlocked(definitions: Iterable[Node]) -> None:
    """Check that definitions may be changed or deleted.

    Raises:
        ApiError: One of the definitions is locked.
    """
    for definition in definitions:
        if definition.doc.get("locked"):
            text = f"{LABELS[definition.kind]} {definition.name} is locked; unlock it first"
            raise conflict(text, "applications.locked")


@contextmanager
def edit(call: Call, definition: Node) -> Iterator[None]:
    """Edit a definition or its parts in the block, then increment its version and save it (S16).

    A change is queued on each host that has it installed.

    Args:
        call: The call.
        definition: The definition that the block changes.

    Raises:
        ApiError: The definition is locked.
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
