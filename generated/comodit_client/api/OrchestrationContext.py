# Made by `python -m generator` from handwritten/comodit_client/aio/OrchestrationContext.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for executions of orchestrations."""

from comodit_client.api.orchestration_context import (
    HostQueue,
    HostQueues,
    OrchestrationContext,
    OrchestrationContextCollection,
)

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]
