"""Commands that inject faults."""

from __future__ import annotations

from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.faults.kinds import fault_from_document


class FaultCommands(CommandsBase):
    """The commands that inject faults."""

    def fail(self, kind: str, **options: Any) -> None:
        """Inject a fault into a connection, a response or a task.

        Args:
            kind: The kind of the fault, one of `comodit_client.sandbox.faults.kinds.KINDS`.
            **options: The options of the fault: the attributes of `comodit_client.sandbox.faults.kinds.Fault`.

        Raises:
            ApiError: The kind or an option does not exist or is invalid.
        """
        self._control.faults.add(fault_from_document({"kind": kind, **options}))

    def end_faults(self) -> None:
        """Remove all faults; delayed responses are sent at once."""
        self._control.faults.clear()

    def faults(self) -> list[dict[str, Any]]:
        """Return the injected faults, each with the number of times it was `applied`."""
        return self._control.faults.documents()
