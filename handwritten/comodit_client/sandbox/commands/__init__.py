"""The commands of a sandbox in Python; the control endpoints below /sandbox offer the same."""

from __future__ import annotations

from comodit_client.sandbox.commands.faults import FaultCommands
from comodit_client.sandbox.commands.machines import MachineCommands
from comodit_client.sandbox.commands.requests import RequestCommands
from comodit_client.sandbox.commands.state import StateCommands
from comodit_client.sandbox.commands.time import TimeCommands

__all__ = ["Commands"]


class Commands(StateCommands, MachineCommands, TimeCommands, FaultCommands, RequestCommands):
    """The commands of a sandbox."""
