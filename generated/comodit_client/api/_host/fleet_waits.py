# Made by `python -m generator` from handwritten/comodit_client/aio/_host/fleet_waits.py.
# Do not edit: change that, then run `make generate`.
"""How many hosts are waited for at once: by one list request per look, whatever their number."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comodit_client.api._shared.waiting import NAMED, PollResult, Progress, WaitSpec, wait
from comodit_client.rest.exceptions import HostFailed, WaitTimeout
from comodit_client.rest.strings import as_str_tuple

if TYPE_CHECKING:
    from comodit_client.api.host import Host, HostCollection


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at many hosts has found.

    Args:
        states: The states by the hosts' names; None for a host that is not there.
        failed: The names of the hosts that will not get where they should: they failed, or are not there.
        late: The names of the hosts that are still on their way.
    """

    states: dict[str, str | None]
    failed: builtins.list[str]
    late: builtins.list[str]


def for_states(
    hosts: HostCollection,
    state: str,
    names: Iterable[str] | None,
    time_out: float,
    failures: Iterable[str],
    progress: Progress | None,
) -> builtins.list[Host]:
    """Wait until many hosts are in a state; see `HostCollection.wait_for_state`."""
    failing, wanted = as_str_tuple(failures), None if names is None else as_str_tuple(names)
    text = f"waiting for the hosts of {hosts.url} to be {state}"
    last: Look | None = None

    def poll() -> PollResult[builtins.list[Host]]:
        nonlocal last
        there = {host.name: host for host in hosts.list()}
        last = _sorted_out(there, tuple(there) if wanted is None else wanted, state, failing)
        if last.failed and not last.late:
            raise _failure(hosts, text, last)
        return PollResult(not last.late, last.states, [there[name] for name in last.states if name in there])

    try:
        return wait(WaitSpec(text, time_out, hosts.client.polling, hosts, progress), poll)
    except WaitTimeout as error:
        if last is None:
            raise
        if last.failed:
            raise _failure(hosts, text, last) from error
        message = f"{text}: not within {time_out} s; {_told(last)}"
        raise WaitTimeout(message, entity=hosts, last=last.states, late=last.late) from error


def _sorted_out(there: dict[str, Host], wanted: tuple[str, ...], state: str, failing: tuple[str, ...]) -> Look:
    look = Look({name: (there[name].state or "") if name in there else None for name in wanted}, [], [])
    for name, seen in look.states.items():
        if seen is None or (seen in failing and seen != state):
            look.failed.append(name)
        elif seen != state:
            look.late.append(name)
    return look


def _failure(hosts: HostCollection, text: str, look: Look) -> HostFailed:
    return HostFailed(f"{text}: {_told(look)}", entity=hosts, last=look.states, failed=look.failed, late=look.late)


def _told(look: Look) -> str:
    names = [*look.failed, *look.late]
    told = [f"{name} is {look.states[name] or 'not there'}" for name in names[:NAMED]]
    more = len(names) - NAMED
    return ", ".join([*told, f"and {more} more"] if more > 0 else told)
