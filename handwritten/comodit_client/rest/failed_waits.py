"""Exceptions of waits that did not reach their goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.wire.errors import PythonApiException

if TYPE_CHECKING:
    from comodit_client.rest.failed_part import FailedPart


class WaitException(PythonApiException):
    """A wait did not reach its goal.

    Args:
        message: The goal and the last state.
        entity: The entity that the wait is on.
        last: The last state; for several entities, by their names.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None) -> None:
        super().__init__(message)
        self.entity = entity
        self.last = last

    def _state(self) -> dict[str, Any]:
        # An entity holds its client, which stays in its process.
        return self.__dict__ | {"entity": None}


class WaitTimeout(WaitException, TimeoutError):
    """A wait exceeded its timeout.

    Args:
        message: The goal and the last state.
        entity: The entity that the wait is on.
        last: The last state; for several hosts, by their names.
        late: The names of the hosts that did not reach the goal, in a wait for several.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None, late: Sequence[str] = ()) -> None:
        super().__init__(message, entity=entity, last=last)
        self.late: list[str] = list(late)


class HostFailed(WaitException):
    """A host is in ERROR.

    Args:
        message: The goal and the last state.
        entity: The host, or the collection of hosts.
        last: The last state; for several hosts, by their names; None for a host that does not exist.
        failed: The names of the hosts that failed, in a wait for several.
        late: The names of the other hosts that did not reach the goal.
    """

    def __init__(
        self,
        message: str,
        *,
        entity: Any = None,
        last: Any = None,
        failed: Sequence[str] = (),
        late: Sequence[str] = (),
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[str] = list(failed)
        self.late: list[str] = list(late)


class ChangeFailed(WaitException):
    """A task of a change ended in ERROR.

    Args:
        message: The goal and the last state.
        entity: The host.
        changes: The changes that failed. They are lost when the exception is pickled.

    Attributes:
        tasks: The failed tasks of all changes.
    """

    def __init__(self, message: str, *, entity: Any = None, changes: Sequence[Any] = ()) -> None:
        super().__init__(message, entity=entity)
        self.changes: list[Any] = list(changes)
        self.tasks: list[Any] = [task for change in self.changes for task in change.get_tasks_error()]

    def _state(self) -> dict[str, Any]:
        return super()._state() | {"changes": []}


class ExecutionFailed(WaitException):
    """An orchestration or a pipeline did not complete.

    Args:
        message: The goal and the last state.
        entity: The execution.
        last: Its state: ERROR, or one such as PAUSED or STOPPED that it does not leave without help.
        failed: Its failed parts: hosts, or stages and steps.
    """

    def __init__(
        self, message: str, *, entity: Any = None, last: Any = None, failed: Sequence[FailedPart] = ()
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[FailedPart] = list(failed)
