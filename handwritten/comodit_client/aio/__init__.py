"""The async API of ComodIT: `from comodit_client.aio import Client`."""

from comodit_client.aio.client import Client

__all__ = ["Client"]
