"""Commands that inject faults."""

from __future__ import annotations

from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.faults.kinds import fault_from_document
from comodit_client.sandbox.simulation.agents import apply_agent_faults, restore_agents


class FaultCommands(CommandsBase):
    """The commands that inject faults."""

    def fail(self, kind: str, **options: Any) -> None:
        """Inject a fault into a connection, a response or the work of a host.

        Args:
            kind: The kind of the fault, one of `comodit_client.sandbox.faults.kinds.KINDS`.
            **options: The options of the fault: the attributes of `comodit_client.sandbox.faults.kinds.Fault`.

        Raises:
            ApiError: The kind or an option does not exist or is invalid.
        """
        fault = fault_from_document({"kind": kind, **options})
        self._control.faults.add(fault)
        if fault.kind == "agent":
            with self._control.changing():
                apply_agent_faults(self._world)

    def fail_provisioning(
        self,
        organization: str = "*",
        environment: str = "*",
        host: str = "*",
        *,
        at: str = "PROVISIONING",
        error: str = "The sandbox was asked to make this fail",
        times: int = 1,
    ) -> None:
        """Make provisionings fail: the host is then in ERROR, with a failed change that has the error text.

        All names can be patterns, such as `web-*`. The hosts need not exist yet.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            at: The stage in which the provisioning fails: in the middle by default, or PENDING, or the state that it
                does not reach, such as RUNNING, AGENT or READY.
            error: The error text.
            times: How many provisionings fail; 0 for no limit.

        Raises:
            ApiError: The stage does not exist.
        """
        names = {"organization": organization, "environment": environment, "host": host}
        self.fail("provision", **names, at=at, error=error, times=times)

    def end_faults(self) -> None:
        """Remove all faults. Delayed responses are sent at once, and agents that a fault took away are back."""
        had_lost_agents = self._control.faults.has_lost_agents()
        self._control.faults.clear()
        if had_lost_agents:
            with self._control.changing():
                restore_agents(self._world)

    def faults(self) -> list[dict[str, Any]]:
        """Return the injected faults, each with the number of times it was `applied`."""
        return self._control.faults.documents()
