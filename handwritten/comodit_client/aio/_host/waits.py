"""The changes of a host, and waiting for them and for its state."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from comodit_client.aio._host.base import HostBase
from comodit_client.aio.change import Change, ChangeCollection, failed_tasks
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import ChangeFailed, HostFailed, InvalidName, WaitException
from comodit_client.rest.strings import as_str_tuple

if TYPE_CHECKING:
    from comodit_client.aio._shared.waiting import PollResult, Progress, WaitSpec

#: How many times a change may be missing from the list before it was seen once.
MAX_MISSING_POLLS = 5
#: The characters around a change's key in the response to running a handler.
KEY_QUOTES = '" \r\n'


class Waits(HostBase):
    """The changes of a host, and the waits for them and for the host's state."""

    __slots__ = ()

    def changes(self) -> ChangeCollection:
        """Return the changes of the host. Sends no request."""
        return ChangeCollection(self.client, self._names)

    async def all_changes(self) -> builtins.list[Change]:
        """List all changes, including those that are completed.

        Returns:
            The changes, oldest first.

        Facts: S70.
        """
        return await self.changes().list(show_processed=True)

    async def get_change(self, num: str | int) -> Change:
        """Get a change.

        Args:
            num: The number of the change.

        Returns:
            The change.

        Raises:
            EntityNotFoundException: The host has no change with that number.
        """
        return await self.changes().get(num)

    @overload
    async def wait_for_state(
        self, state: str, timeout: float | None = 0, *, failures: Iterable[str] = ..., progress: Progress | None = None
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    async def wait_for_state(
        self, state: str, *, time_out: float | None, failures: Iterable[str] = ..., progress: Progress | None = None
    ) -> None: ...

    @renamed(time_out="timeout")
    async def wait_for_state(
        self,
        state: str,
        timeout: float | None = 0,
        *,
        failures: Iterable[str] = (HostBase.State.ERROR,),
        progress: Progress | None = None,
    ) -> None:
        """Wait until the host is in a state.

        Args:
            state: The state, such as `READY`.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            failures: The states that end the wait with an error.
            progress: Called after each poll that has not reached the goal.

        Raises:
            HostFailed: The host is in one of the failure states.
            WaitTimeout: The timeout passed.

        Facts: S41.
        """
        from comodit_client.aio._shared.waiting import PollResult, wait

        failed = as_str_tuple(failures)
        goal = f"{self._full_name()} to be {state}"

        async def poll() -> PollResult[None]:
            await self.refresh()
            if self.state != state and self.state in failed:
                message = f"Stopped waiting for {goal}: it is {self.state}. Fix the cause, then wait again."
                raise HostFailed(message, entity=self, last=self.state)
            return PollResult(self.state == state, self.state, None)

        await wait(self._wait_spec(goal, timeout, progress), poll)

    @overload
    async def wait_for_pending_changes(
        self, timeout: float | None = 0, *, progress: Progress | None = None
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    async def wait_for_pending_changes(self, *, time_out: float | None, progress: Progress | None = None) -> None: ...

    @renamed(time_out="timeout")
    async def wait_for_pending_changes(self, timeout: float | None = 0, *, progress: Progress | None = None) -> None:
        """Wait until no change is pending.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll that finds pending changes.

        Raises:
            ChangeFailed: A task of a change failed. If no change was pending at the start, only the newest change
                counts.
            WaitTimeout: The timeout passed.

        Facts: S70, S73.
        """
        from comodit_client.aio._shared.waiting import PollResult, wait

        first: int | None = None

        async def poll() -> PollResult[None]:
            nonlocal first
            pending = [change for change in await self.changes().list_complete() if change.are_tasks_pending()]
            if pending:
                numbers = [_number(change) for change in pending]
                first = min(numbers) if first is None else min(first, *numbers)
                return PollResult(False, [change.label for change in pending], None)
            changes = await self._complete_changes()
            # If nothing was pending at the first poll, the newest change is the one to check: the server queues it
            # before it responds to the request that caused it (S74).
            since = max(map(_number, changes), default=0) if first is None else first
            self._raise_failed([change for change in changes if _number(change) >= since])
            return PollResult(True, [], None)

        await wait(self._wait_spec(f"the changes of {self._full_name()}", timeout, progress), poll)

    @overload
    async def wait_for_change_terminated(
        self, change_id: str, timeout: float | None = 0, progress: bool | Progress = False
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    async def wait_for_change_terminated(
        self, change_id: str, *, time_out: float | None, progress: bool | Progress = False
    ) -> None: ...

    @renamed(time_out="timeout")
    async def wait_for_change_terminated(
        self, change_id: str, timeout: float | None = 0, progress: bool | Progress = False
    ) -> None:
        """Wait until a change is completed, such as the change that `ApplicationContext.run_handler` queued.

        Args:
            change_id: The change's key.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll that has not reached the goal. A bool has no effect.

        Raises:
            ChangeFailed: A task of the change failed.
            WaitTimeout: The timeout passed.
            WaitException: The host has no such change.
            InvalidName: The key is empty.

        Facts: S77.
        """
        from comodit_client.aio._shared.waiting import PollResult, wait

        key = change_id.strip(KEY_QUOTES) if isinstance(change_id, str) else ""
        if not key:
            raise InvalidName("change", change_id)
        goal = f"the change {key!r} of {self._full_name()}"
        missing = 0
        found = False

        async def poll() -> PollResult[None]:
            nonlocal missing, found
            change = next((change for change in await self._complete_changes() if change.change_id == key), None)
            if change is None:
                missing += 1
                if not found and missing > MAX_MISSING_POLLS:
                    message = f"Cannot wait for {goal}: the host has no such change. Use the key from `run_handler`."
                    raise WaitException(message, entity=self)
                return PollResult(found, "not listed", None)  # a change that was seen before has been cleared
            found = True
            self._raise_failed([change])
            return PollResult(not change.are_tasks_pending(), change.label, None)

        await wait(self._wait_spec(goal, timeout, None if isinstance(progress, bool) else progress), poll)

    def _wait_spec(self, goal: str, timeout: float | None, progress: Progress | None) -> WaitSpec:
        from comodit_client.aio._shared.waiting import WaitSpec

        return WaitSpec(goal, timeout, self.client.polling, self, progress)

    async def _complete_changes(self) -> builtins.list[Change]:
        return await self.changes().list_complete({"show_processed": True})

    def _raise_failed(self, changes: builtins.list[Change]) -> None:
        failed = [change for change in changes if change.get_tasks_error()]
        if failed:
            message = f"Changes of {self._full_name()} failed: {failed_tasks(failed)}. Fix the cause, then try again."
            raise ChangeFailed(message, entity=self, changes=failed)

    def _full_name(self) -> str:
        return "the host " + "/".join(map(str, self._names))


def _number(change: Change) -> int:
    return change.order_num if isinstance(change.order_num, int) else 0
