"""Exceptions of waits that did not reach their goal, and the warning for a state that the schema does not know.

`aio.exceptions` and `api.exceptions` narrow the types of the attributes to the classes of their API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from comodit_client.wire.errors import PythonApiException

if TYPE_CHECKING:
    from comodit_client.rest.failed_part import FailedPart
    from comodit_client.wire.changes import Change, Task
    from comodit_client.wire.compliance import ComplianceError

#: What a poll read: the state of one entity, the states of hosts by name, or the changes or properties it found.
LastState: TypeAlias = "str | list[str] | dict[str, str | None] | None"


class HasUrl(Protocol):
    """An entity or a collection of either API."""

    @property
    def url(self) -> str:
        """The URL relative to the API root."""
        ...


class HostDiagnosis(Protocol):
    """The `Diagnosis` of either API."""

    @property
    def tasks(self) -> Sequence[Task]:
        """The failed tasks."""
        ...

    @property
    def compliance_errors(self) -> Sequence[ComplianceError]:
        """The compliance errors."""
        ...

    @property
    def instance_state(self) -> str | None:
        """The state of the machine."""
        ...


class UnknownState(UserWarning):
    """The schema does not know a state that a wait is for. The wait goes on, since a newer server may use it.

    [Cause and remedy](../exceptions/UnknownState.md)
    """


class WaitException(PythonApiException):
    """A wait did not reach its goal.

    [Cause and remedy](../exceptions/WaitException.md)

    Args:
        message: The goal and the last state.
        entity: The entity that the wait is on. It is None after the exception was pickled.
        last: The last state; for several entities, by their names.
    """

    def __init__(self, message: str, *, entity: HasUrl | None = None, last: LastState = None) -> None:
        super().__init__(message)
        self.entity: HasUrl | None = entity
        self.last: LastState = last

    def _state(self) -> dict[str, Any]:
        # An entity holds its client, which stays in its process.
        return self.__dict__ | {"entity": None}


class WaitTimeout(WaitException, TimeoutError):
    """A wait exceeded its timeout.

    [Cause and remedy](../exceptions/WaitTimeout.md)

    Args:
        message: The goal and the last state.
        entity: The entity that the wait is on.
        last: The last state; for several hosts, by their names.
        late: The names of the hosts that did not reach the goal, in a wait for several.
    """

    def __init__(
        self, message: str, *, entity: HasUrl | None = None, last: LastState = None, late: Sequence[str] = ()
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.late: list[str] = list(late)


class HostFailed(WaitException):
    """A host is in ERROR.

    [Cause and remedy](../exceptions/HostFailed.md)

    Args:
        message: The goal, the last state and the reasons.
        entity: The host, or the collection of hosts.
        last: The last state; for several hosts, by their names; None for a host that does not exist.
        failed: The names of the hosts that failed, in a wait for several.
        late: The names of the other hosts that did not reach the goal.
        diagnoses: Why hosts are in ERROR, by their names. They are lost when the exception is pickled.

    Attributes:
        tasks: The failed tasks of all hosts.
        compliance_errors: The compliance errors of all hosts. They are lost when the exception is pickled.
    """

    def __init__(
        self,
        message: str,
        *,
        entity: HasUrl | None = None,
        last: str | dict[str, str | None] | None = None,
        failed: Sequence[str] = (),
        late: Sequence[str] = (),
        diagnoses: Mapping[str, HostDiagnosis] | None = None,
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[str] = list(failed)
        self.late: list[str] = list(late)
        self.diagnoses: Mapping[str, HostDiagnosis] = dict(diagnoses or {})
        found = self.diagnoses.values()
        self.tasks: list[Task] = [task for diagnosis in found for task in diagnosis.tasks]
        self.compliance_errors: Sequence[ComplianceError] = [
            error for diagnosis in found for error in diagnosis.compliance_errors
        ]

    @property
    def diagnosis(self) -> HostDiagnosis | None:
        """Why the host is in ERROR; None in a wait for several hosts, and for other states."""
        return None if self.failed else next(iter(self.diagnoses.values()), None)

    @property
    def instance_state(self) -> str | None:
        """The state of the host's machine. None if there is none, if it was not read, and for several hosts."""
        return None if self.diagnosis is None else self.diagnosis.instance_state

    def _state(self) -> dict[str, Any]:
        return super()._state() | {"diagnoses": {}, "compliance_errors": []}


class ChangeFailed(WaitException):
    """A task of a change ended in ERROR.

    [Cause and remedy](../exceptions/ChangeFailed.md)

    Args:
        message: The goal and the last state.
        entity: The host.
        changes: The changes that failed. They are lost when the exception is pickled.

    Attributes:
        tasks: The failed tasks of all changes.
    """

    def __init__(self, message: str, *, entity: HasUrl | None = None, changes: Sequence[Change] = ()) -> None:
        super().__init__(message, entity=entity)
        self.changes: Sequence[Change] = list(changes)
        # A list may hold other values than tasks.
        self.tasks: list[Task] = [
            task for change in changes for task in change.tasks if getattr(task, "status", None) == "ERROR"
        ]

    def _state(self) -> dict[str, Any]:
        return super()._state() | {"changes": []}


class ExecutionFailed(WaitException):
    """An orchestration or a pipeline did not complete.

    [Cause and remedy](../exceptions/ExecutionFailed.md)

    Args:
        message: The goal and the last state.
        entity: The execution.
        last: Its state: ERROR, or one such as PAUSED or STOPPED that it does not leave without help.
        failed: Its failed parts: hosts, or stages and steps.
    """

    def __init__(
        self, message: str, *, entity: HasUrl | None = None, last: str | None = None, failed: Sequence[FailedPart] = ()
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[FailedPart] = list(failed)
