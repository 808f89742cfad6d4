# Made by `python -m generator` from handwritten/comodit_client/aio/OrchestrationHandler.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for handlers of orchestrations."""

from comodit_client.api.orchestration_handler import OrchestrationHandler, OrchestrationHandlerCollection

__all__ = ["OrchestrationHandler", "OrchestrationHandlerCollection"]
