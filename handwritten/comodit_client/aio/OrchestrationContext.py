"""The old name of the module for executions of orchestrations."""

from comodit_client.aio.orchestration_context import (
    HostQueue,
    HostQueues,
    OrchestrationContext,
    OrchestrationContextCollection,
)

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]
