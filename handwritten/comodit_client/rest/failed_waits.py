"""The exceptions of waits that did not reach their goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.wire.errors import PythonApiException

if TYPE_CHECKING:
    from comodit_client.rest.failed_part import FailedPart


class WaitException(PythonApiException):
    """A wait did not reach its goal.

    Args:
        message: What was waited for and what was seen.
        entity: What was waited on.
        last: The last state seen; for several entities, by their names.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None) -> None:
        super().__init__(message)
        self.entity = entity
        self.last = last

    def _state(self) -> dict[str, Any]:
        # An entity holds its client, which cannot leave the process.
        return self.__dict__ | {"entity": None}


class WaitTimeout(WaitException, TimeoutError):
    """The time that a wait was given ran out.

    Args:
        message: What was waited for and what was seen.
        entity: What was waited on.
        last: The last state seen; for several hosts, by their names.
        late: The names of the hosts that did not get there, where several were waited for.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None, late: Sequence[str] = ()) -> None:
        super().__init__(message, entity=entity, last=last)
        self.late: list[str] = list(late)


class HostFailed(WaitException):
    """A host that was waited for is in ERROR.

    Args:
        message: What was waited for and what was seen.
        entity: The host, or the collection of hosts.
        last: The last state seen; for several hosts, by their names; None for one that is not there.
        failed: The names of the hosts that failed, where several were waited for.
        late: The names of the hosts that did not get there either.
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
        message: What was waited for and what was seen.
        entity: The host.
        changes: The changes that failed; they stay in their process.

    Attributes:
        tasks: The tasks that failed, of all changes.
    """

    def __init__(self, message: str, *, entity: Any = None, changes: Sequence[Any] = ()) -> None:
        super().__init__(message, entity=entity)
        self.changes: list[Any] = list(changes)
        self.tasks: list[Any] = [task for change in self.changes for task in change.get_tasks_error()]

    def _state(self) -> dict[str, Any]:
        return super()._state() | {"changes": []}


class ExecutionFailed(WaitException):
    """An orchestration or a pipeline that was waited for did not get to a good end.

    Args:
        message: What was waited for and what was seen.
        entity: The execution.
        last: Its state: ERROR, or one such as PAUSED or STOPPED in which it does not go on by itself.
        failed: What failed in it: hosts, or stages and steps.
    """

    def __init__(
        self, message: str, *, entity: Any = None, last: Any = None, failed: Sequence[FailedPart] = ()
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[FailedPart] = list(failed)
