"""What can be waited for on a host, and on many."""

from __future__ import annotations

import builtins
from collections.abc import Collection as Names
from typing import TYPE_CHECKING

from comodit_client.aio.change import in_words
from comodit_client.aio.waiting import Goal, Progress, Seen, wait
from comodit_client.rest.exceptions import ChangeFailed, HostFailed, WaitException, WaitTimeout

if TYPE_CHECKING:
    from comodit_client.aio.change import Change
    from comodit_client.aio.host import Host, HostCollection

#: How often a change that nobody has seen yet may be missing from the list.
GRACE = 5


async def for_state(host: Host, state: str, time_out: float, failures: Names[str], progress: Progress | None) -> None:
    """Wait until a host is in a state; see `Host.wait_for_state`."""

    async def look() -> Seen[None]:
        await host.refresh()
        if host.state != state and host.state in failures:
            raise HostFailed(
                f"waiting for {told(host)} to be {state}: it is {host.state}", entity=host, last=host.state
            )
        return Seen(host.state == state, host.state, None)

    goal = Goal(f"waiting for {told(host)} to be {state}", time_out, host.client.polling, host, progress)
    await wait(goal, look)


async def for_pending_changes(host: Host, time_out: float, progress: Progress | None) -> None:
    """Wait until no change of a host is pending; see `Host.wait_for_pending_changes`."""
    seen: set[int] = set()

    async def look() -> Seen[None]:
        pending = [change for change in await host.changes().list() if change.are_tasks_pending()]
        seen.update(change.order_num for change in pending)
        return Seen(not pending, [change.label for change in pending], None)

    goal = Goal(f"waiting for the changes of {told(host)}", time_out, host.client.polling, host, progress)
    await wait(goal, look)
    changes = await host.all_changes()
    # A change that was over before the first look is the newest one: it was queued before its cause was answered (S74).
    waited_for = seen or {max((change.order_num for change in changes), default=0)}
    raise_failed(host, [change for change in changes if change.order_num in waited_for])


async def for_change(host: Host, change_id: str, time_out: float, progress: Progress | None) -> None:
    """Wait until a change of a host is over; see `Host.wait_for_change_terminated`."""
    key = change_id.strip().strip('"')
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


async def for_states(
    hosts: HostCollection,
    state: str,
    names: Names[str] | None,
    time_out: float,
    failures: Names[str],
    progress: Progress | None,
) -> builtins.list[Host]:
    """Wait until many hosts are in a state, by one list request per look; see `HostCollection.wait_for_state`."""
    there: dict[str, Host] = {}

    async def look() -> Seen[builtins.list[Host]]:
        there.clear()
        there.update({host.name: host for host in await hosts.list()})
        states = {name: _state(there, name) for name in (there if names is None else names)}
        late = [name for name, seen in states.items() if seen != state and not _failed(seen, failures)]
        failed = [name for name, seen in states.items() if seen != state and _failed(seen, failures)]
        if failed and not late:
            raise _hosts_failed(hosts, state, states, failed, late)
        return Seen(not late, states, [there[name] for name in states if name in there])

    goal = Goal(f"waiting for the hosts of {hosts.url} to be {state}", time_out, hosts.client.polling, hosts, progress)
    try:
        return await wait(goal, look)
    except WaitTimeout as error:
        states = error.last or {}
        late = [name for name, seen in states.items() if seen != state and not _failed(seen, failures)]
        failed = [name for name, seen in states.items() if seen != state and _failed(seen, failures)]
        if failed:
            raise _hosts_failed(hosts, state, states, failed, late) from error
        raise


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
    return "the host " + "/".join(host._names)


def _state(there: dict[str, Host], name: str) -> str | None:
    return there[name].state if name in there else None


def _failed(state: str | None, failures: Names[str]) -> bool:
    # A host that is not listed will not get there by being waited for.
    return state is None or state in failures


def _hosts_failed(
    hosts: HostCollection,
    state: str,
    states: dict[str, str | None],
    failed: builtins.list[str],
    late: builtins.list[str],
) -> HostFailed:
    told_states = ", ".join(f"{name} is {states[name] or 'not there'}" for name in [*failed, *late])
    return HostFailed(
        f"waiting for the hosts of {hosts.url} to be {state}: {told_states}",
        entity=hosts,
        last=states,
        failed=failed,
        late=late,
    )
