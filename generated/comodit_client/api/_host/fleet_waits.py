# Made by `python -m generator` from handwritten/comodit_client/aio/_host/fleet_waits.py.
# Do not edit: change that, then run `make generate`.
"""Waiting for many hosts at once, with one list request per poll."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from comodit_client.api._shared.waiting import MAX_NAMED, WAIT_LONGER, PollResult, Progress, WaitSpec, wait
from comodit_client.rest.exceptions import HostFailed, WaitTimeout
from comodit_client.rest.strings import as_str_tuple

if TYPE_CHECKING:
    from comodit_client.api.host import Host, HostCollection


@attrs.frozen(eq=False)
class FleetState:
    """The states of many hosts, as one poll found them.

    Args:
        states: The states by host name; None for a host that does not exist.
        failed: The names of the hosts that are in a failure state or do not exist.
        late: The names of the other hosts that have not reached the goal yet.
    """

    states: dict[str, str | None]
    failed: builtins.list[str]
    late: builtins.list[str]


def for_states(
    hosts: HostCollection,
    state: str,
    names: Iterable[str] | None,
    timeout: float | None,
    failures: Iterable[str],
    progress: Progress | None,
) -> builtins.list[Host]:
    """Wait until many hosts are in a state; see `HostCollection.wait_for_state`."""
    failure_states, wanted = as_str_tuple(failures), None if names is None else as_str_tuple(names)
    goal = f"the hosts of {hosts.url} to be {state}"
    last: FleetState | None = None

    def poll() -> PollResult[builtins.list[Host]]:
        nonlocal last
        found = {host.name: host for host in hosts.list_complete()}
        last = _classify(found, tuple(found) if wanted is None else wanted, state, failure_states)
        if last.failed and not last.late:
            raise _failure(hosts, goal, last)
        return PollResult(not last.late, last.states, [found[name] for name in last.states if name in found])

    try:
        return wait(WaitSpec(goal, timeout, hosts.client.polling, hosts, progress), poll)
    except WaitTimeout as error:
        if last is None:
            raise
        if last.failed:
            raise _failure(hosts, goal, last) from error
        message = f"Timed out after {timeout} s waiting for {goal}: {_summary(last)}. {WAIT_LONGER}"
        raise WaitTimeout(message, entity=hosts, last=last.states, late=last.late) from error


def _classify(
    found: dict[str, Host], wanted: tuple[str, ...], goal: str, failure_states: tuple[str, ...]
) -> FleetState:
    fleet = FleetState({name: (found[name].state or "") if name in found else None for name in wanted}, [], [])
    for name, state in fleet.states.items():
        if state is None or (state in failure_states and state != goal):
            fleet.failed.append(name)
        elif state != goal:
            fleet.late.append(name)
    return fleet


def _failure(hosts: HostCollection, goal: str, fleet: FleetState) -> HostFailed:
    message = f"Stopped waiting for {goal}: {_summary(fleet)}. Fix these hosts, then wait again."
    return HostFailed(message, entity=hosts, last=fleet.states, failed=fleet.failed, late=fleet.late)


def _summary(fleet: FleetState) -> str:
    names = [*fleet.failed, *fleet.late]
    shown = [_host_state(name, fleet.states[name]) for name in names[:MAX_NAMED]]
    more = len(names) - MAX_NAMED
    return ", ".join([*shown, f"and {more} more"] if more > 0 else shown)


def _host_state(name: str, state: str | None) -> str:
    if state is None:
        return f"{name} does not exist"
    return f"{name} is {state or 'in no known state'}"
