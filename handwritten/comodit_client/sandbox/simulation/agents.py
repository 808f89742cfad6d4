"""Agents that are lost, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict, not_found
from comodit_client.sandbox.simulation.changes import hold_changes, resume_changes
from comodit_client.sandbox.simulation.machine import is_ready
from comodit_client.sandbox.simulation.transition_log import log_transition
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import places_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World

#: What took an agent away.
_COMMAND, _FAULT = "command", "fault"


def lose_agent(world: World, place: Place) -> None:
    """Make the agent of a machine go away; changes wait until it is back (S134).

    Raises:
        ApiError: The host has no instance, or is not ready.
    """
    instance = _instance(world, place)
    if not is_ready(instance.data, world.now()):
        raise conflict(f"Host {place.host.name} is not ready; its agent can be lost only after its provisioning")
    _lose(world, place, instance, _COMMAND)


def restore_agent(world: World, place: Place) -> None:
    """Bring the agent of a machine back, if it is lost; changes continue.

    Raises:
        ApiError: The host has no instance.
    """
    instance = _instance(world, place)
    if instance.data.pop("agent_lost", None):
        world.store.save(instance)
        resume_changes(world, place.host, instance)
        _report(world, place, "agent back", f"Agent of {place.host.name} responds again")


def apply_agent_faults(world: World) -> None:
    """Apply the injected faults to the agents of the hosts that are ready."""
    store = world.store
    for place in places_of(store, store.provisioned_hosts(store.root())):
        apply_agent_fault(world, place, _instance(world, place))


def apply_agent_fault(world: World, place: Place, instance: Node) -> None:
    """Make the agent of a machine go away, if the host is ready and a fault applies to it."""
    if not is_ready(instance.data, world.now()) or instance.data.get("agent_lost"):
        return
    if world.faults.applies_to_agent(place.names):
        _lose(world, place, instance, _FAULT)


def restore_agents(world: World) -> None:
    """Bring back all agents that a fault took away."""
    store = world.store
    for place in places_of(store, store.provisioned_hosts(store.root())):
        if _instance(world, place).data.get("agent_lost") == _FAULT:
            restore_agent(world, place)


def _lose(world: World, place: Place, instance: Node, cause: str) -> None:
    instance.data["agent_lost"] = cause
    world.store.save(instance)
    hold_changes(world, place.host)
    _report(world, place, "agent lost", f"Agent of {place.host.name} does not respond")


def _instance(world: World, place: Place) -> Node:
    instance = world.store.single(place.host.id, "instance")
    if instance is None:
        raise not_found("instance", f"of host {place.host.name}")
    return instance


def _report(world: World, place: Place, transition: str, message: str) -> None:
    log_transition(place, transition)
    log(world, "agent", message, *place.owners)
