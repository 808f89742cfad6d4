"""The agenda: work that is due at some time.

Nothing runs in the background. Before a request is handled, all work that is due runs in order, each at its own time.
So tests can control time, and a restart changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import evolve

from comodit_client.sandbox.simulation.outgoing import Delivery
from comodit_client.sandbox.state.clock import ManualClock

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World

    #: Does the due work of a node, with the world at the due time. Returns the next due time, None without further
    #: work, or a request to send before it continues.
    Runner = Callable[[World, Node], float | Delivery | None]

RUNNERS: dict[str, Runner] = {}
_WITHOUT_CATCH_UP: set[str] = set()


def runner(name: str, catches_up: bool = True) -> Callable[[Runner], Runner]:
    """Register the decorated function for the agenda entries with a name.

    Args:
        name: The name.
        catches_up: Whether missed work is done once for each due time; otherwise only once, at the present time.
    """

    def bind(function: Runner) -> Runner:
        RUNNERS[name] = function
        if not catches_up:
            _WITHOUT_CATCH_UP.add(name)
        return function

    return bind


def schedule(store: Store, owner: Node, name: str, due: float) -> None:
    """Schedule work for a node; an entry with the same name is moved to the new time."""
    entry = store.find(owner.id, "agenda", name)
    if entry is None:
        store.add(owner.id, "agenda", name, {}, {"due": due})
    else:
        entry.data = {"due": due}
        store.save(entry)


def unschedule(store: Store, owner: Node, name: str) -> None:
    """Remove the agenda entry with a name, if it exists."""
    entry = store.find(owner.id, "agenda", name)
    if entry is not None:
        store.delete([entry])


def catch_up(world: World) -> Delivery | None:
    """Do the work that is due.

    Returns:
        The request to send next, outside of any transaction, or None when all work is done.
    """
    # Entries whose due time is unknown, for example because a machine is off, run once; others are being sent.
    waiting: set[int] = set(world.sending)
    while entry := next((entry for entry in world.store.due(world.now()) if entry.id not in waiting), None):
        at = world.now() if entry.name in _WITHOUT_CATCH_UP else entry.data["due"]
        result = RUNNERS[entry.name](evolve(world, clock=ManualClock(at)), world.store.get(entry.parent))
        if result is None:
            world.store.delete([entry])
            continue
        if isinstance(result, Delivery):
            # The entry stays due: if the process ends before the reply is handled, the next one sends it again.
            return evolve(result, entry=entry.id)
        if result <= at:
            waiting.add(entry.id)
        entry.data = {"due": result}
        world.store.save(entry)
    return None
