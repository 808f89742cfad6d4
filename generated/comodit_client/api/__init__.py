# Made by `python -m generator` from handwritten/comodit_client/aio/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The blocking API of ComodIT: `from comodit_client.api import Client`."""

from comodit_client.api.client import Client

__all__ = ["Client"]
