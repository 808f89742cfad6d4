# Made by `python -m generator` from handwritten/comodit_client/aio/agent_log.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for the agent log."""

from comodit_client.api.logs import AgentLog, AgentLogCollection

__all__ = ["AgentLog", "AgentLogCollection"]
