"""Hosts from lists that span environments, each in the collection of its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.aio.host import Host

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.hosts import HostList


def wrap_hosts(client: Client, response: HostList) -> list[Host]:
    """Wrap the hosts of a list response.

    Args:
        client: The client that sent the request.
        response: The list response.

    Returns:
        The hosts, each in its environment's collection. A host without an environment is in no collection.
    """
    return [_wrap_host(client, host.get_json()) for host in response.items]


def _wrap_host(client: Client, document: dict[str, Any]) -> Host:
    organization, environment = document.get("organization"), document.get("environment")
    if not organization or not environment:
        return Host(None, document)
    return client.hosts(organization, environment).wrap(document)
