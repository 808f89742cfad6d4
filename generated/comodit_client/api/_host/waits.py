# Made by `python -m generator` from handwritten/comodit_client/aio/_host/waits.py.
# Do not edit: change that, then run `make generate`.
"""The changes of a host, and waiting for them and for its state."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, overload

from comodit_client.api._host.base import HostBase
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import ChangeFailed, HostFailed, InvalidName, WaitException
from comodit_client.rest.strings import as_str_tuple

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import PollResult, Progress, S, WaitSpec
    from comodit_client.api.change import Change, ChangeCollection
    from comodit_client.api.diagnosis import Diagnosis
    from comodit_client.wire.hosts import HostState

#: How many times a change may be missing from the list before it was seen once.
MAX_MISSING_POLLS = 5
#: The characters around a change's key in the response to running a handler.
KEY_QUOTES = '" \r\n'


class Waits(HostBase):
    """The changes of a host, and the waits for them and for the host's state."""

    __slots__ = ()

    def changes(self) -> ChangeCollection:
        """Return the changes of the host. Sends no request."""
        from comodit_client.api.change import ChangeCollection

        return ChangeCollection(self.client, self._names)

    def all_changes(self) -> builtins.list[Change]:
        """List all changes, including those that are completed.

        Returns:
            The changes, oldest first.

        Facts: S70.
        """
        return self.changes().list(show_processed=True)

    def get_change(self, num: str | int) -> Change:
        """Get a change.

        Args:
            num: The number of the change.

        Returns:
            The change.

        Raises:
            EntityNotFoundException: The host has no change with that number.
        """
        return self.changes().get(num)

    def diagnose(self) -> Diagnosis:
        """Read why the host is in ERROR.

        Sends three requests: for the changes, the compliance errors and the instance. A part that cannot be read is
        noted in the diagnosis. A host in another state has an empty diagnosis, or one of problems that are solved.

        Returns:
            The failed tasks, the compliance errors and the state of the instance.

        Raises:
            PythonApiException: No part can be read.

        Facts: S41.
        """
        from comodit_client.api._host import diagnosing

        return diagnosing.diagnose(self.client, self._names)

    @overload
    def wait_for_state(
        self,
        state: HostState,
        timeout: float | None = 0,
        *,
        failures: HostState | Iterable[HostState] = ...,
        progress: Progress[str | None] | None = None,
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_state(
        self,
        state: HostState,
        *,
        time_out: float | None,
        failures: HostState | Iterable[HostState] = ...,
        progress: Progress[str | None] | None = None,
    ) -> None: ...

    @renamed(time_out="timeout")
    def wait_for_state(
        self,
        state: HostState,
        timeout: float | None = 0,
        *,
        failures: HostState | Iterable[HostState] = (HostBase.State.ERROR,),
        progress: Progress[str | None] | None = None,
    ) -> None:
        """Wait until the host is in a state.

        If the host is in ERROR, the exception says why. Two requests read it: the first one the changes, the second one
        the instance if a task failed, and the compliance errors otherwise. They end with the timeout of the wait. If
        they fail, the reason is left out. `diagnose` reads everything.

        A libvirt machine stops after its installation; the host becomes READY after `get_instance().start()`. If a wait
        for READY times out after 30 seconds or more, one request reads the machine, and the exception says whether it
        is STOPPED or PAUSED.

        Args:
            state: The state, such as `READY`. A state that the schema does not know causes an `UnknownState` warning.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            failures: The states that end the wait with an error.
            progress: Called after each poll, including the one that reaches the goal.

        Raises:
            HostFailed: The host is in one of the failure states.
            WaitTimeout: The timeout passed.

        Facts: S41, S61.
        """
        from comodit_client.api._shared.states import check_states
        from comodit_client.api._shared.waiting import PollResult, wait
        from comodit_client.wire.hosts import HostState

        failed = as_str_tuple(failures)
        goal = f"{self._full_name()} to be {state}"
        remark = check_states("a host", HostState, (state, *failed))

        def poll() -> PollResult[str | None]:
            self.refresh()
            if self.state != state and self.state in failed:
                raise self._failure(goal)
            return PollResult(self.state == state, self.state)

        advise = self._advise_to_start if state == self.State.READY else None
        wait(self._wait_spec(goal, timeout, progress, remark, advise), poll)

    @overload
    def wait_for_pending_changes(
        self, timeout: float | None = 0, *, progress: Progress[builtins.list[str]] | None = None
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_pending_changes(
        self, *, time_out: float | None, progress: Progress[builtins.list[str]] | None = None
    ) -> None: ...

    @renamed(time_out="timeout")
    def wait_for_pending_changes(
        self, timeout: float | None = 0, *, progress: Progress[builtins.list[str]] | None = None
    ) -> None:
        """Wait until no change is pending.

        A machine that is stopped carries out no change. If the wait times out after 30 seconds or more, one request
        reads the machine, and the exception says whether it is STOPPED or PAUSED.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll with the labels of the pending changes, including the poll that finds none.

        Raises:
            ChangeFailed: A task of a change failed. If no change was pending at the start, only the newest change
                counts.
            WaitTimeout: The timeout passed.

        Facts: S61, S70, S73.
        """
        from comodit_client.api._shared.waiting import PollResult, wait, with_parts

        first: int | None = None

        def poll() -> PollResult[builtins.list[str]]:
            nonlocal first
            pending = [change for change in self.changes().list_complete() if change.are_tasks_pending()]
            if pending:
                numbers = [_number(change) for change in pending]
                first = min(numbers) if first is None else min(first, *numbers)
                return with_parts(False, [change.label for change in pending], _tasks(pending))
            changes = self._complete_changes()
            # If nothing was pending at the first poll, the newest change is the one to check: the server queues it
            # before it responds to the request that caused it (S74).
            since = max(map(_number, changes), default=0) if first is None else first
            self._raise_failed([change for change in changes if _number(change) >= since])
            return PollResult(True, [])

        goal = f"the changes of {self._full_name()}"
        wait(self._wait_spec(goal, timeout, progress, advise=self._advise_to_start), poll)

    @overload
    def wait_for_change_terminated(
        self, change_id: str, timeout: float | None = 0, progress: bool | Progress[str] = False
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_change_terminated(
        self, change_id: str, *, time_out: float | None, progress: bool | Progress[str] = False
    ) -> None: ...

    @renamed(time_out="timeout")
    def wait_for_change_terminated(
        self, change_id: str, timeout: float | None = 0, progress: bool | Progress[str] = False
    ) -> None:
        """Wait until a change is completed, such as the change that `ApplicationContext.run_handler` queued.

        Args:
            change_id: The change's key.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal. A bool has no effect.

        Raises:
            ChangeFailed: A task of the change failed.
            WaitTimeout: The timeout passed.
            WaitException: The host has no such change.
            InvalidName: The key is empty.

        Facts: S77.
        """
        from comodit_client.api._shared.waiting import PollResult, wait, with_parts

        key = change_id.strip(KEY_QUOTES) if isinstance(change_id, str) else ""
        if not key:
            raise InvalidName("change", change_id)
        goal = f"the change {key!r} of {self._full_name()}"
        missing = 0
        found = False

        def poll() -> PollResult[str]:
            nonlocal missing, found
            change = next((change for change in self._complete_changes() if change.change_id == key), None)
            if change is None:
                missing += 1
                if not found and missing > MAX_MISSING_POLLS:
                    message = f"Cannot wait for {goal}: the host has no such change. Use the key from `run_handler`."
                    raise WaitException(message, entity=self)
                return PollResult(found, "not listed")  # a change that was seen before has been cleared
            found = True
            self._raise_failed([change])
            return with_parts(not change.are_tasks_pending(), change.label, _tasks([change]))

        wait(self._wait_spec(goal, timeout, None if isinstance(progress, bool) else progress), poll)

    def _wait_spec(
        self,
        goal: str,
        timeout: float | None,
        progress: Progress[S] | None,
        remark: str = "",
        advise: Callable[[], str] | None = None,
    ) -> WaitSpec[S]:
        from comodit_client.api._shared.waiting import WaitSpec

        return WaitSpec(goal, timeout, self.client.polling, self, progress, remark=remark, advise=advise)

    def _advise_to_start(self) -> str:
        from comodit_client.api._host import stopped_machine

        if self.state == self.State.DEFINED:  # it has no machine
            return ""
        return stopped_machine.advice(self.client, self._names)

    def _complete_changes(self) -> builtins.list[Change]:
        return self.changes().list_complete({"show_processed": True})

    def _failure(self, goal: str) -> HostFailed:
        from comodit_client.api._host.diagnosing import diagnose_briefly
        from comodit_client.api._shared.waiting import MAX_NAMED

        reasons, diagnoses = "", {}
        if self.state == self.State.ERROR:
            diagnosis = diagnose_briefly(self.client, self._names)
            reasons, diagnoses = f": {'; '.join(diagnosis.lines(MAX_NAMED))}", {self.identifier: diagnosis}
        message = f"Stopped waiting for {goal}: it is {self.state}{reasons}. Fix the cause, then wait again."
        return HostFailed(message, entity=self, last=self.state, diagnoses=diagnoses)

    def _raise_failed(self, changes: builtins.list[Change]) -> None:
        failed = [change for change in changes if change.get_tasks_error()]
        if failed:
            reasons = "; ".join(text for change in failed for text in change.failures())
            message = f"Changes of {self._full_name()} failed: {reasons}. Fix the cause, then try again."
            raise ChangeFailed(message, entity=self, changes=failed)

    def _full_name(self) -> str:
        return "the host " + "/".join(map(str, self._names))


def _number(change: Change) -> int:
    return change.order_num if isinstance(change.order_num, int) else 0


def _tasks(changes: builtins.list[Change]) -> dict[str, str | None]:
    from comodit_client.api.change import Task

    tasks = [(change, task) for change in changes for task in change.tasks if isinstance(task, Task)]
    return {f"{change.label}: {task.order_num}. {task.description or ''}": task.status for change, task in tasks}
