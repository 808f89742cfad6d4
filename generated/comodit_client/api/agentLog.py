# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `logs` instead."""

from comodit_client.api.logs import AgentLog, AgentLogCollection

__all__ = ["AgentLog", "AgentLogCollection"]
