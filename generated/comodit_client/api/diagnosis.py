# Made by `python -m generator` from handwritten/comodit_client/aio/diagnosis.py.
# Do not edit: change that, then run `make generate`.
"""Diagnoses: the reasons why a host is in ERROR."""

from __future__ import annotations

import builtins
import json
from typing import TYPE_CHECKING

import attrs

from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.api.change import Change, Task
    from comodit_client.api.compliance import ComplianceError

__all__ = ["Diagnosis"]

#: The number of characters that a line shows of one reason.
MAX_LENGTH = 500


@attrs.frozen(eq=False)
class Diagnosis:
    """The reasons why a host is in ERROR. `Host.diagnose` and the waits for hosts read them; `str` lists them.

    Args:
        changes: The changes with failed tasks, oldest first.
        compliance_errors: The differences between the machine and its applications.
        instance_state: The state of the machine; None if the host has none, or if it was not read.
        notes: The parts that are missing, and why.
    """

    changes: builtins.list[Change] = attrs.Factory(list)
    compliance_errors: builtins.list[ComplianceError] = attrs.Factory(list)
    instance_state: str | None = None
    notes: builtins.list[str] = attrs.Factory(list)

    @property
    def tasks(self) -> builtins.list[Task]:
        """The failed tasks of all changes."""
        return [task for change in self.changes for task in change.get_tasks_error()]

    @property
    def reasons(self) -> builtins.list[str]:
        """One line for each failed task, those of the newest change first, and for each compliance error."""
        tasks = [text for change in reversed(self.changes) for text in change.failures()]
        lines = [*tasks, *map(_difference, self.compliance_errors)]
        return [escaped(line if len(line) <= MAX_LENGTH else f"{line[:MAX_LENGTH]}...") for line in lines]

    def lines(self, most: int | None = None) -> builtins.list[str]:
        """Return the reasons, the state of the instance, and the notes.

        Args:
            most: The largest number of reasons to list. Default: all.

        Returns:
            The lines. If reasons are left out, a line says how many.
        """
        reasons = self.reasons or ["no failed task or compliance error was found"]
        more = 0 if most is None else len(reasons) - most
        shown = [*reasons[:most], f"and {more} more"] if more > 0 else reasons
        machine = [] if self.instance_state is None else [f"the instance is {self.instance_state}"]
        return [*shown, *map(escaped, (*machine, *self.notes))]

    def __str__(self) -> str:
        return "\n".join(self.lines())


def _difference(error: ComplianceError) -> str:
    """Return a line that names a resource, and the members of its state that differ."""
    current, expected = error.current_state.get_json(), error.expected_state.get_json()
    differing = [
        f"{name} is {json.dumps(current.get(name), default=str)}, expected {json.dumps(value, default=str)}"
        for name, value in expected.items()
        if current.get(name) != value
    ]
    return f"compliance error {error.identifier or error.label}: {'; '.join(differing) or 'the state differs'}"
