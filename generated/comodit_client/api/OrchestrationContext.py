# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `orchestration_context` instead."""

from comodit_client.api.orchestration_context import (
    HostQueue,
    HostQueues,
    OrchestrationContext,
    OrchestrationContextCollection,
)

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]
