"""Executions: the records of the runs of orchestrations and pipelines."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Protocol, Self, TypeAlias, overload

from comodit_client.aio._shared.waiting import MAX_NAMED, PollResult, Progress, WaitSpec, wait, with_parts
from comodit_client.aio.editable import CanDelete, CanRefresh
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import ExecutionFailed
from comodit_client.rest.failed_part import FailedPart
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire.request import Request
from comodit_client.wire.view import View, repr_of

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.orchestration_contexts import ExecutionStatus

    FailureState: TypeAlias = ExecutionStatus | Literal["CANCELED", "CANCELLED"]

ERROR: Final = "ERROR"
PAUSED: Final = "PAUSED"
#: What a poll reports for what has no state yet.
NOT_STARTED: Final = "not started"
#: The states of an execution that has not ended.
UNFINISHED = ("RUNNING", PAUSED)
#: The states in which an execution does not finish without help. STOPPED is known. The state of a cancelled execution
#: (a server supports it since 2021) is unknown, so both spellings are listed.
FAILURES: tuple[FailureState, ...] = (ERROR, PAUSED, "STOPPED", "CANCELED", "CANCELLED")
#: How to continue an execution in a state.
ADVICE = {ERROR: "Call `restart` to continue.", PAUSED: "Call `resume` to continue."}


class ExecutionOperations(Protocol):
    """The operations that control an execution."""

    def pause(self, name: str, /) -> Request[Any]:
        """Build the request that pauses an execution."""
        ...

    def resume(self, name: str, /) -> Request[Any]:
        """Build the request that continues a paused execution."""
        ...

    def cancel(self, name: str, /) -> Request[Any]:
        """Build the request that cancels an execution."""
        ...

    def restart(self, name: str, body: Any, /) -> Request[Any]:
        """Build the request that continues an execution after an error."""
        ...


class Execution(CanRefresh, CanDelete):
    """One execution of an orchestration or a pipeline. `run` creates it."""

    __slots__ = ()

    INSTEAD: ClassVar[Mapping[str, str]] = {"create": "Call `run` of the orchestration or pipeline."}

    #: The kind of entity that is executed, for messages.
    KIND: ClassVar[str] = "execution"

    @property
    def status(self) -> str | None:
        """The state of the execution when it was last read."""
        return self._data.get("status")

    @property
    def state(self) -> str | None:
        """The same as `status`."""
        return self.status

    @property
    def error(self) -> str | None:
        """Why the execution failed, when it was last read; None if it did not fail. A paused execution did not."""
        return "; ".join(self._reasons()) if self.status in FAILURES and self.status != PAUSED else None

    @property
    def started(self) -> str | None:
        """The start time; None before the start."""
        return self._data.get("started")

    @property
    def finished(self) -> str | None:
        """The end time; None before the end."""
        return self._data.get("finished")

    @property
    def started_at(self) -> datetime | None:
        """The start time as a datetime with a time zone; None before the start.

        Raises:
            InvalidDate: The text is not a date with a time zone. `started` returns it as it is.
        """
        return self._date("started")

    @property
    def finished_at(self) -> datetime | None:
        """The end time as a datetime with a time zone; None before the end.

        Raises:
            InvalidDate: The text is not a date with a time zone. `finished` returns it as it is.
        """
        return self._date("finished")

    @property
    def label(self) -> str:
        """The start time, the identifier and the state, in one line."""
        return f"{self.started or 'not started'} (id: {self.identifier}) {self.status or ''}".rstrip()

    def __repr__(self) -> str:
        return repr_of(self, self.identifier, members=(self.KIND, "status"))

    def __getitem__(self, member: str) -> Any:
        # In the original client, `run` returned a plain JSON object; its scripts read `uuid` from it.
        return self._data[member]

    def is_finished(self) -> bool:
        """Return whether the execution had ended, with success or not, when it was last read.

        An execution in an unknown state has ended if `finished` has a date.

        Returns:
            True if the execution does not continue and cannot be continued.
        """
        return self.status == "FINISHED" or (self.status not in UNFINISHED and bool(self.finished))

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Return the parts of the execution that had failed when it was last read.

        Returns:
            The hosts of an orchestration, or the stages and steps of a pipeline, that are in ERROR.
        """
        raise NotImplementedError

    def _part_states(self) -> dict[str, str | None]:
        """Return the states of the hosts of an orchestration or of the steps of a pipeline, by name."""
        raise NotImplementedError

    def show_identifier(self) -> None:
        """Print the start time, the identifier and the state of the execution in one line."""
        _Line({"line": self.label}).show()

    async def pause(self) -> Self:
        """Pause the execution. `resume` continues it.

        Returns:
            This execution, with its new state.

        Raises:
            Conflict: The execution is not running.
        """
        return await self._control(self._controls.pause(self.identifier))

    async def resume(self) -> Self:
        """Continue a paused execution.

        Returns:
            This execution, with its new state.

        Raises:
            Conflict: The execution is not paused.
        """
        return await self._control(self._controls.resume(self.identifier))

    async def cancel(self) -> Self:
        """Cancel the execution.

        Returns:
            This execution, with its new state.

        Raises:
            Conflict: The execution has already ended.
        """
        return await self._control(self._controls.cancel(self.identifier))

    async def restart(self, skip_error: bool = False) -> Self:
        """Continue the execution after an error.

        Args:
            skip_error: If True, skip the parts that failed; otherwise retry them.

        Returns:
            This execution, with its new state.

        Raises:
            Conflict: The execution is not in ERROR.
        """
        return await self._control(self._controls.restart(self.identifier, {"skipError": skip_error}))

    async def wait(self, timeout: float | None = 0, *, progress: Progress[str] | None = None) -> Self:
        """Wait until the execution has finished with success, as `wait_finished` does.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            This execution.

        Raises:
            ExecutionFailed: The execution failed, was paused, or was stopped.
            WaitTimeout: The timeout passed.
            EntityNotFoundException: The execution does not exist.
        """
        await self.wait_finished(timeout, progress=False if progress is None else progress)
        return self

    @overload
    async def wait_finished(
        self,
        timeout: float | None = 0,
        show: bool = False,
        progress: bool | Progress[str] = False,
        *,
        failures: FailureState | Iterable[FailureState] = FAILURES,
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    async def wait_finished(
        self,
        *,
        time_out: float | None,
        show: bool = False,
        progress: bool | Progress[str] = False,
        failures: FailureState | Iterable[FailureState] = FAILURES,
    ) -> None: ...

    @renamed(time_out="timeout")
    async def wait_finished(
        self,
        timeout: float | None = 0,
        show: bool = False,
        progress: bool | Progress[str] = False,
        *,
        failures: FailureState | Iterable[FailureState] = FAILURES,
    ) -> None:
        """Wait until the execution has finished with success. It need not have started yet.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            show: If True, print the execution's JSON object after each poll.
            progress: Called after each poll, including the one that reaches the goal. A bool has no effect.
            failures: The states that end the wait with an error. Leave PAUSED out to wait through pauses. If empty, any
                end of the execution ends the wait without an error. A state that the schema does not know causes an
                `UnknownState` warning.

        Raises:
            ExecutionFailed: The execution is in one of the failure states.
            WaitTimeout: The timeout passed.
            EntityNotFoundException: The execution does not exist.
        """
        from comodit_client.aio._shared.states import check_states
        from comodit_client.wire.orchestration_contexts import ExecutionStatus

        failed = as_str_tuple(failures)
        goal = f"{self._full_name()} to finish"
        remark = check_states("an execution", ExecutionStatus, [state for state in failed if state not in FAILURES])

        async def poll() -> PollResult[str]:
            await self.refresh()
            if show:
                self.print_json()
            if self.status in failed:
                raise self._failure(goal)
            parts = {} if callback is None else self._part_states()
            return with_parts(self.is_finished(), self.status or NOT_STARTED, parts)

        callback = None if isinstance(progress, bool) else progress
        await wait(WaitSpec(goal, timeout, self.client.polling, self, callback, remark=remark), poll)

    @property
    def _controls(self) -> ExecutionOperations:
        raise NotImplementedError

    async def _control(self, request: Request[Any]) -> Self:
        response = await self.client.session.run_or_none(self._home.checked(request))
        if response is None:
            await self.refresh()
        else:
            self.set_json(response.get_json())
        return self

    def _full_name(self) -> str:
        return f"the {self.KIND} {'/'.join(map(str, self._home.where))} ({self.identifier})"

    def _reasons(self) -> builtins.list[str]:
        failed = self.failed_parts()
        reasons = [f"it is {self.status}", *map(str, failed[:MAX_NAMED])]
        return [*reasons, f"and {len(failed) - MAX_NAMED} more"] if len(failed) > MAX_NAMED else reasons

    def _failure(self, goal: str) -> ExecutionFailed:
        advice = ADVICE.get(str(self.status), "")
        message = f"Stopped waiting for {goal}: {'; '.join(self._reasons())}. {advice}".rstrip()
        return ExecutionFailed(message, entity=self, last=self.status, failed=self.failed_parts())


class _Line(View):
    """A line to print."""

    __slots__ = ()

    def show_lines(self, indent: int) -> builtins.list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return [" " * indent + self._data["line"]]
