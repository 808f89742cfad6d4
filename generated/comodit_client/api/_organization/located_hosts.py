# Made by `python -m generator` from handwritten/comodit_client/aio/_organization/located_hosts.py.
# Do not edit: change that, then run `make generate`.
"""Hosts from lists that span environments, each in the collection of its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.api.host import Host

if TYPE_CHECKING:
    from comodit_client.api.client import Client
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
