"""Client library of ComodIT, the service that provisions hosts and keeps them configured.

Start with `comodit_client.api.Client`, or with `comodit_client.aio.Client` in asynchronous programs.
"""

__all__ = ["__version__"]

__version__ = "1.0.0.dev0"
