"""What can be waited for on a host."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import TYPE_CHECKING

from comodit_client.aio.change import in_words
from comodit_client.aio.waiting import Goal, Progress, Seen, wait
from comodit_client.rest.exceptions import ChangeFailed, HostFailed, InvalidName, WaitException
from comodit_client.rest.texts import texts

if TYPE_CHECKING:
    from comodit_client.aio.change import Change
    from comodit_client.aio.host import Host

#: How often a change that nobody has seen yet may be missing from the list.
GRACE = 5
#: What may come around a change's key in the text that running a handler answers.
AROUND_KEY = '" \r\n'


async def for_state(
    host: Host, state: str, time_out: float, failures: Iterable[str], progress: Progress | None
) -> None:
    """Wait until a host is in a state; see `Host.wait_for_state`."""
    failed = texts(failures)

    async def look() -> Seen[None]:
        await host.refresh()
        if host.state != state and host.state in failed:
            raise HostFailed(
                f"waiting for {told(host)} to be {state}: it is {host.state}", entity=host, last=host.state
            )
        return Seen(host.state == state, host.state, None)

    goal = Goal(f"waiting for {told(host)} to be {state}", time_out, host.client.polling, host, progress)
    await wait(goal, look)


async def for_pending_changes(host: Host, time_out: float, progress: Progress | None) -> None:
    """Wait until no change of a host is pending; see `Host.wait_for_pending_changes`."""
    first: int | None = None

    async def look() -> Seen[None]:
        nonlocal first
        pending = [change for change in await host.changes().list() if change.are_tasks_pending()]
        if pending:
            numbers = [_number(change) for change in pending]
            first = min(numbers) if first is None else min(first, *numbers)
            return Seen(False, [change.label for change in pending], None)
        changes = await host.all_changes()
        # What was over before the first look is the newest change: it was queued before its cause was answered (S74).
        since = max(map(_number, changes), default=0) if first is None else first
        raise_failed(host, [change for change in changes if _number(change) >= since])
        return Seen(True, [], None)

    goal = Goal(f"waiting for the changes of {told(host)}", time_out, host.client.polling, host, progress)
    await wait(goal, look)


async def for_change(host: Host, change_id: str, time_out: float, progress: Progress | None) -> None:
    """Wait until a change of a host is over; see `Host.wait_for_change_terminated`."""
    key = change_id.strip(AROUND_KEY) if isinstance(change_id, str) else ""
    if not key:
        raise InvalidName("change", change_id)
    missing = 0
    found = False

    async def look() -> Seen[None]:
        nonlocal missing, found
        change = next((change for change in await host.all_changes() if change.change_id == key), None)
        if change is None:
            missing += 1
            if not found and missing > GRACE:
                raise WaitException(f"{told(host)} has no change with the key {key!r}", entity=host)
            return Seen(found, "not listed", None)  # once seen, it is gone because it was cleared
        found = True
        raise_failed(host, [change])
        return Seen(not change.are_tasks_pending(), change.label, None)

    goal = Goal(f"waiting for the change {key!r} of {told(host)}", time_out, host.client.polling, host, progress)
    await wait(goal, look)


def raise_failed(host: Host, changes: builtins.list[Change]) -> None:
    """Raise if a task of a change failed.

    Args:
        host: The host.
        changes: The changes to look at.

    Raises:
        ChangeFailed: A task is in ERROR.
    """
    failed = [change for change in changes if change.get_tasks_error()]
    if failed:
        raise ChangeFailed(f"{told(host)}: {in_words(failed)}", entity=host, changes=failed)


def told(host: Host) -> str:
    """Name a host in full.

    Args:
        host: The host.

    Returns:
        Its organization, environment and name.
    """
    return "the host " + "/".join(map(str, host._names))


def _number(change: Change) -> int:
    return change.order_num if isinstance(change.order_num, int) else 0
