"""Hosts from lists that span environments, each in the collection of its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.aio._client.lists import ItemSpec, documents
from comodit_client.aio.host import Host

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.hosts import HostList
    from comodit_client.wire.request import Request


async def list_hosts(client: Client, request: Request[HostList]) -> list[Host]:
    """List hosts that belong to several environments.

    Args:
        client: The client.
        request: The list request.

    Returns:
        The hosts, each in its environment's collection. A host without an environment is in no collection.
    """
    # Hosts of different environments may have the same name.
    found = await documents(client, request, ItemSpec(None, {"name": str, **Host.READS}))
    return [_wrap_host(client, document) for document in found]


def _wrap_host(client: Client, document: dict[str, Any]) -> Host:
    organization, environment = document.get("organization"), document.get("environment")
    if not organization or not environment:
        return Host(None, document)
    return client.hosts(organization, environment).wrap(document)
