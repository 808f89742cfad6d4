"""The old name of the module for handlers of orchestrations."""

from comodit_client.aio.orchestration_handler import OrchestrationHandler, OrchestrationHandlerCollection

__all__ = ["OrchestrationHandler", "OrchestrationHandlerCollection"]
