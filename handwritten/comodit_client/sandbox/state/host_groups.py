"""The hosts of host groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.state.places import place_of
from comodit_client.sandbox.state.references import name_of, target

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def hosts_of(store: Store, group: Node) -> list[Node]:
    """Return the existing hosts of a group, in order."""
    entries = sorted(group.data["hosts"], key=lambda entry: entry["position"])
    found = (target(store, entry["host"]) for entry in entries)
    return [host for host in found if host is not None]


def host_location(store: Store, host: Node) -> Document:
    """Return the location of a host in the form of host groups and executions."""
    place = place_of(store, host)
    names = [place.organization.name, place.environment.name, host.name]
    return {**dict(zip(("organization", "environment", "host"), names, strict=True)), "canonicalName": "/".join(names)}


def hosts_to_run_on(store: Store, what: str, references: list[Document]) -> list[Node]:
    """Return the hosts of several host groups, in order and without duplicates.

    Args:
        store: The state.
        what: The subject of an error text: what refers to the host groups.
        references: The references to the host groups.

    Raises:
        ApiError: A host group no longer exists, or none of them contains a host.
    """
    hosts: dict[int, Node] = {}
    for entry in sorted(references, key=lambda entry: entry["position"]):
        group = target(store, entry["hostGroup"])
        if group is None:
            raise conflict(f"{what} refers to host group {name_of(store, entry['hostGroup'])}, which no longer exists")
        hosts.update((host.id, host) for host in hosts_of(store, group) if host.id not in hosts)
    if not hosts:
        raise conflict(f"{what} has no host to run on; add a host group that contains hosts")
    return list(hosts.values())
