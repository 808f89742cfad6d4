"""The async facade of ComodIT's API: `from comodit_client.aio import Client`."""

from comodit_client.aio.client import Client

__all__ = ["Client"]
