"""Many hosts at once, for tests and benchmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import already_exists
from comodit_client.sandbox.operations.hosts import add_host
from comodit_client.sandbox.operations.instances import attach
from comodit_client.sandbox.operations.seed import DISTRIBUTION, PLATFORM
from comodit_client.sandbox.simulation.machine import more_machines
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.nodes import node_text
from comodit_client.sandbox.state.places import Place, member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.nodes import Row
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

_CONTEXTS = ("platform", "distribution", "applications")
#: No member of a host has this value.
_MARK = "\0"


def make_hosts(
    world: World,
    organization: str,
    environment: str,
    prefix: str,
    count: int,
    applications: list[str],
    provisioned: bool,
    platform: str = PLATFORM,
) -> list[str]:
    """Create many hosts at once.

    Args:
        world: The sandbox.
        organization: The name of their organization, which must be populated.
        environment: The name of their environment.
        prefix: The beginning of their names; a number of five digits follows.
        count: The number of hosts.
        applications: The applications installed on each host.
        provisioned: Whether the hosts have a machine and are READY, or are only DEFINED.
        platform: Their platform.

    Returns:
        The names of the hosts.

    Raises:
        ApiError: A name is taken, or the organization, the environment, the platform or an application does not exist.
    """
    store = world.store
    owner = member(store, store.root(), "organizations", organization)
    target = member(store, owner, "environments", environment)
    names = [f"{prefix}{number:05}" for number in range(count)]
    if taken := set(names).intersection(store.names(target.id, "hosts")):
        raise already_exists("hosts", min(taken))
    if names:
        body = {"platform": platform, "distribution": DISTRIBUTION, "applications": applications}
        # The first one is made like any host; the others are copies of it.
        first = add_host(store, owner, target, {**body, "name": names[0]})
        machine = attach(world, Place(owner, target, first), []).data if provisioned else None
        store.add_rows(target.id, _rows(store, first, machine, names[1:]))
    return names


def _rows(store: Store, first: Node, machine: Document | None, names: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of copies of a host: the hosts, their contexts and their instances, each with its own identity."""
    contexts = _context_texts(store, first)
    hosts = [(new_uuid(), name) for name in names]
    machines = more_machines(store, machine, hosts) if machine is not None else None
    row = store.next_row()
    # The documents differ in these two members only: writing each as a whole would take longer than storing it.
    start, between, end = node_text({**first.doc, "uuid": _MARK, "name": _MARK}).split(node_text(_MARK))
    for uuid, name in hosts:
        host, row = row, row + 1
        yield host, first.parent, "hosts", name, f'{start}"{uuid}"{between}{node_text(name)}{end}', "{}"
        for kind, context, doc in contexts:
            yield row, host, kind, context, doc, "{}"
            row += 1
        if machines is not None:
            yield row, host, "instance", "", "{}", node_text(next(machines))
            row += 1


def _context_texts(store: Store, host: Node) -> list[tuple[str, str, str]]:
    """Return the kinds, the names and the documents as JSON of a host's contexts, in order of creation."""
    found = sorted((node for kind in _CONTEXTS for node in store.children(host.id, kind)), key=lambda node: node.id)
    return [(node.kind, node.name, node_text(node.doc)) for node in found]
