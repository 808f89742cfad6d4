"""Client library of ComodIT, the service that provisions hosts and keeps them configured.

Start with `comodit_client.api.Client`, or with `comodit_client.aio.Client` in asynchronous programs.
"""

from comodit_client.rest.version import __version__

__all__ = ["__version__"]
