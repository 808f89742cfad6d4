"""The old name of the module for handlers of orchestrations."""

# ruff: noqa: N999 - old scripts import it so

from comodit_client.aio.orchestration_handler import OrchestrationHandler, OrchestrationHandlerCollection

__all__ = ["OrchestrationHandler", "OrchestrationHandlerCollection"]
