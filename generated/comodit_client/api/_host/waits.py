# Made by `python -m generator` from handwritten/comodit_client/aio/_host/waits.py.
# Do not edit: change that, then run `make generate`.
"""The changes of a host, and what can be waited for on it."""

from __future__ import annotations

import builtins
from collections.abc import Iterable

from comodit_client.api._host.base import HostBase
from comodit_client.api._shared.waiting import PollResult, Progress, WaitSpec, wait
from comodit_client.api.change import Change, ChangeCollection, in_words
from comodit_client.rest.exceptions import ChangeFailed, HostFailed, InvalidName, WaitException
from comodit_client.rest.strings import as_str_tuple

#: How often a change that nobody has seen yet may be missing from the list.
GRACE = 5
#: What may come around a change's key in the text that running a handler answers.
AROUND_KEY = '" \r\n'


class Waits(HostBase):
    """What goes on with a host: its changes, and waiting until they are over or it is in a state."""

    __slots__ = ()

    def changes(self) -> ChangeCollection:
        """The changes. Costs no request."""
        return ChangeCollection(self.client, self._names)

    def all_changes(self) -> builtins.list[Change]:
        """List all changes, those as well that are worked off (S70).

        Returns:
            The changes, oldest first.
        """
        return self.changes().list(show_processed=True)

    def get_change(self, num: str | int) -> Change:
        """Get a change.

        Args:
            num: Its number.

        Returns:
            The change.

        Raises:
            EntityNotFoundException: There is none of that number.
        """
        return self.changes().get(num)

    def wait_for_state(
        self,
        state: str,
        time_out: float = 0,
        *,
        failures: Iterable[str] = (HostBase.State.ERROR,),
        progress: Progress | None = None,
    ) -> None:
        """Wait until the host is in a state.

        Args:
            state: The state, such as `READY`.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            failures: The states that end the wait (S41).
            progress: Called after each look that has not seen the state.

        Raises:
            HostFailed: The host is in one of the failure states.
            WaitTimeout: The time ran out.
        """
        failed = as_str_tuple(failures)
        text = f"waiting for {self._told()} to be {state}"

        def poll() -> PollResult[None]:
            self.refresh()
            if self.state != state and self.state in failed:
                raise HostFailed(f"{text}: it is {self.state}", entity=self, last=self.state)
            return PollResult(self.state == state, self.state, None)

        wait(self._wait_spec(text, time_out, progress), poll)

    def wait_for_pending_changes(self, time_out: float = 0, *, progress: Progress | None = None) -> None:
        """Wait until no change is pending (S70, S73).

        Args:
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look that has seen pending changes.

        Raises:
            ChangeFailed: A task failed of a change that was waited for; where none was pending any more, of the newest
                change.
            WaitTimeout: The time ran out.
        """
        first: int | None = None

        def poll() -> PollResult[None]:
            nonlocal first
            pending = [change for change in self.changes().list() if change.are_tasks_pending()]
            if pending:
                numbers = [_number(change) for change in pending]
                first = min(numbers) if first is None else min(first, *numbers)
                return PollResult(False, [change.label for change in pending], None)
            changes = self.all_changes()
            # What was over before the first look is the newest change: it was queued before its cause was answered
            # (S74).
            since = max(map(_number, changes), default=0) if first is None else first
            self._raise_failed([change for change in changes if _number(change) >= since])
            return PollResult(True, [], None)

        wait(self._wait_spec(f"waiting for the changes of {self._told()}", time_out, progress), poll)

    def wait_for_change_terminated(
        self, change_id: str, time_out: float = 0, progress: bool | Progress = False
    ) -> None:
        """Wait until a change is over, such as the one that `ApplicationContext.run_handler` has queued (S77).

        Args:
            change_id: The change's key.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look; True, as old scripts give it, shows nothing.

        Raises:
            ChangeFailed: A task failed.
            WaitTimeout: The time ran out.
            WaitException: The host has no such change.
            InvalidName: The key is empty.
        """
        key = change_id.strip(AROUND_KEY) if isinstance(change_id, str) else ""
        if not key:
            raise InvalidName("change", change_id)
        missing = 0
        found = False

        def poll() -> PollResult[None]:
            nonlocal missing, found
            change = next((change for change in self.all_changes() if change.change_id == key), None)
            if change is None:
                missing += 1
                if not found and missing > GRACE:
                    raise WaitException(f"{self._told()} has no change with the key {key!r}", entity=self)
                return PollResult(found, "not listed", None)  # once seen, it is gone because it was cleared
            found = True
            self._raise_failed([change])
            return PollResult(not change.are_tasks_pending(), change.label, None)

        text = f"waiting for the change {key!r} of {self._told()}"
        wait(self._wait_spec(text, time_out, None if isinstance(progress, bool) else progress), poll)

    def _wait_spec(self, text: str, time_out: float, progress: Progress | None) -> WaitSpec:
        return WaitSpec(text, time_out, self.client.polling, self, progress)

    def _raise_failed(self, changes: builtins.list[Change]) -> None:
        failed = [change for change in changes if change.get_tasks_error()]
        if failed:
            raise ChangeFailed(f"{self._told()}: {in_words(failed)}", entity=self, changes=failed)

    def _told(self) -> str:
        return "the host " + "/".join(map(str, self._names))


def _number(change: Change) -> int:
    return change.order_num if isinstance(change.order_num, int) else 0
