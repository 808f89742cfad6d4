"""The old name of the module for the agent log."""

from comodit_client.aio.logs import AgentLog, AgentLogCollection

__all__ = ["AgentLog", "AgentLogCollection"]
