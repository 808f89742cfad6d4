"""The old name of the module for executions of orchestrations."""

# ruff: noqa: N999 - old scripts import it so

from comodit_client.aio.orchestration_context import (
    HostQueue,
    HostQueues,
    OrchestrationContext,
    OrchestrationContextCollection,
)

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]
