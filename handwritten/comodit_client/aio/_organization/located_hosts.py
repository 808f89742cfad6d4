"""Hosts from lists that span environments: each is put where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.aio.host import Host

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.hosts import HostList


def located(client: Client, answer: HostList) -> list[Host]:
    """Wrap the hosts of an answer.

    Args:
        client: The client that asked.
        answer: The list answer.

    Returns:
        The hosts, each in its environment's collection; one that does not tell its environment is in none, and to read.
    """
    return [_located(client, host.get_json()) for host in answer.items]


def _located(client: Client, document: dict[str, Any]) -> Host:
    organization, environment = document.get("organization"), document.get("environment")
    if not organization or not environment:
        return Host(None, document)
    return client.hosts(organization, environment).wrap(document)
