"""What happens by itself at a moment to come.

Nothing runs in the background. Before a request is answered, what has come due meanwhile is done, in its order and as
of its own moment: so time can be moved by hand, and a restart changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import evolve

from comodit_client.sandbox.simulation.outgoing import Delivery
from comodit_client.sandbox.state.clock import NEVER, ManualClock

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World

    #: Does what has come due for a node. It is given the world as of that moment, and returns the next moment to look,
    #: None when nothing more is to come, or what is to be sent before it goes on.
    Runner = Callable[[World, Node], float | Delivery | None]

RUNNERS: dict[str, Runner] = {}
_WITHOUT_CATCH_UP: set[str] = set()


def runner(name: str, catches_up: bool = True) -> Callable[[Runner], Runner]:
    """Have the decorated function do what is planned under a name.

    Args:
        name: The name.
        made_up_for: Whether what was missed is done as of its own moment; else it is done now, and once.
    """

    def bind(function: Runner) -> Runner:
        RUNNERS[name] = function
        if not catches_up:
            _WITHOUT_CATCH_UP.add(name)
        return function

    return bind


def schedule(store: Store, owner: Node, name: str, due: float) -> None:
    """Have something done for a node; what was planned under that name is put off or moved forward."""
    entry = store.find(owner.id, "agenda", name)
    if entry is None:
        store.add(owner.id, "agenda", name, {}, {"due": due})
    else:
        entry.data = {"due": due}
        store.save(entry)


def unschedule(store: Store, owner: Node, name: str) -> None:
    """Have something not done after all."""
    entry = store.find(owner.id, "agenda", name)
    if entry is not None:
        store.delete([entry])


def catch_up(world: World) -> Delivery | None:
    """Do what has come due.

    Returns:
        What is to be sent first, outside of any transaction, or None when all is done.
    """
    # Those whose moment nobody knows, since a machine is off, say: they are looked at once.
    waiting: set[int] = set()
    while entry := next((entry for entry in world.store.due(world.now()) if entry.id not in waiting), None):
        at = world.now() if entry.name in _WITHOUT_CATCH_UP else entry.data["due"]
        following = RUNNERS[entry.name](evolve(world, clock=ManualClock(at)), world.store.get(entry.parent))
        if following is None:
            world.store.delete([entry])
            continue
        if isinstance(following, Delivery):
            # Whoever comes while it is under way must not send it again.
            entry.data = {"due": NEVER}
            world.store.save(entry)
            return following
        if following <= at:
            waiting.add(entry.id)
        entry.data = {"due": following}
        world.store.save(entry)
    return None
