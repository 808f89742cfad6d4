# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `orchestration_handler` instead."""

from comodit_client.api.orchestration_handler import OrchestrationHandler, OrchestrationHandlerCollection

__all__ = ["OrchestrationHandler", "OrchestrationHandlerCollection"]
