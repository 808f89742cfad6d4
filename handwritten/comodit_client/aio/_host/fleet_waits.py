"""Waiting for many hosts at once, with one list request per poll."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from comodit_client.aio._host import stopped_machine
from comodit_client.aio._host.diagnosing import diagnose_briefly
from comodit_client.aio._shared.states import check_states
from comodit_client.aio._shared.wait_time import requests_within, time_limit
from comodit_client.aio._shared.waiting import MAX_NAMED, WAIT_LONGER, PollResult, Progress, WaitSpec, wait
from comodit_client.rest._async_io import WorkerPool
from comodit_client.rest.collector import Paused
from comodit_client.rest.exceptions import HostFailed, WaitTimeout
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire.hosts import HostState

if TYPE_CHECKING:
    from comodit_client.aio.diagnosis import Diagnosis
    from comodit_client.aio.host import Host, HostCollection
    from comodit_client.rest.deadline import Deadline

#: The number of failed hosts whose reasons are read, two requests each, and how many of them at the same time.
MAX_DIAGNOSED = MAX_NAMED
PARALLEL = 4
#: The number of characters that the message of the exception shows of the reason of one host.
MAX_REASON_LENGTH = 200


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


async def for_states(
    hosts: HostCollection,
    state: str,
    names: Iterable[str] | None,
    timeout: float | None,
    failures: Iterable[str],
    progress: Progress[dict[str, str | None]] | None,
) -> builtins.list[Host]:
    """Wait until many hosts are in a state; see `HostCollection.wait_for_state`."""
    failure_states, wanted = as_str_tuple(failures), None if names is None else as_str_tuple(names)
    goal = f"the hosts of {'/'.join(map(str, hosts.where))} to be {state}"
    limit = time_limit(timeout, hosts.client.polling)
    remark = check_states("a host", HostState, (state, *failure_states))
    documents: builtins.list[dict[str, Any]] = []
    last: FleetState | None = None

    async def poll() -> PollResult[dict[str, str | None]]:
        nonlocal documents, last
        documents = []  # the memory of one list is enough
        # There may be very many hosts, and only those of the last poll are returned: the others need no entity.
        documents = await hosts.documents(complete=True)
        last = _classify(documents, wanted, state, failure_states)
        if last.failed and not last.late:
            raise await _failure(hosts, goal, last)
        return PollResult(not last.late, last.states, last.states, last.failed, last.late)

    spec = WaitSpec(goal, timeout, hosts.client.polling, hosts, progress, remark=remark)
    try:
        await wait(spec, poll)
    except WaitTimeout as error:
        if last is None:
            raise
        with requests_within(limit):
            if last.failed:
                raise await _failure(hosts, goal, last) from error
            machines = await _stopped_machines(hosts, last, limit) if state == hosts.wrap().State.READY else {}
        advice = stopped_machine.advice_for_many(machines) or WAIT_LONGER
        notes = {name: f"its machine is {machine}" for name, machine in machines.items()}
        message = f"Timed out after {timeout} s waiting for {goal}: {_summary(last, notes)}. {remark}{advice}"
        raise WaitTimeout(message, entity=hosts, last=last.states, late=last.late) from error
    found = {document.get("name"): document for document in documents}
    reached = [] if last is None else [found[name] for name in last.states if name in found]
    with Paused(len(reached)):
        return [*map(hosts.wrap, reached)]


def _classify(
    documents: builtins.list[dict[str, Any]], wanted: tuple[str, ...] | None, goal: str, failure_states: tuple[str, ...]
) -> FleetState:
    states: dict[Any, str | None] = {one.get("name"): one.get("state") or "" for one in documents}
    if wanted is not None:
        states = {name: states.get(name) for name in wanted}
    fleet = FleetState(states, [], [])
    for name, state in states.items():
        if state is None or (state in failure_states and state != goal):
            fleet.failed.append(name)
        elif state != goal:
            fleet.late.append(name)
    return fleet


async def _failure(hosts: HostCollection, goal: str, fleet: FleetState) -> HostFailed:
    diagnoses = await _diagnoses(hosts, fleet)
    notes = {name: _reason(diagnosis) for name, diagnosis in diagnoses.items()}
    message = f"Stopped waiting for {goal}: {_summary(fleet, notes)}. Fix these hosts, then wait again."
    return HostFailed(
        message, entity=hosts, last=fleet.states, failed=fleet.failed, late=fleet.late, diagnoses=diagnoses
    )


async def _diagnoses(hosts: HostCollection, fleet: FleetState) -> dict[str, Diagnosis]:
    """Read why hosts are in ERROR: the first ones, several at the same time."""
    failed = [name for name in fleet.failed if fleet.states[name] == hosts.wrap().State.ERROR][:MAX_DIAGNOSED]
    found: dict[str, Diagnosis] = {}
    pool = WorkerPool(PARALLEL)

    def add(name: str) -> None:
        async def read() -> None:
            organization, environment = hosts.where
            found[name] = await diagnose_briefly(hosts.client, (organization, environment, name))

        pool.add(name, read)

    for name in failed:
        add(name)
    await pool.run()
    return {name: found[name] for name in failed}


async def _stopped_machines(hosts: HostCollection, fleet: FleetState, limit: Deadline) -> dict[str, str]:
    """Read which machines of late hosts are stopped, if time is left."""
    with_machine = [name for name in fleet.late if fleet.states[name] != hosts.wrap().State.DEFINED]
    return await stopped_machine.states(hosts, with_machine) if limit.remaining() > 0 else {}


def _summary(fleet: FleetState, notes: Mapping[str, str]) -> str:
    names = [*fleet.failed, *fleet.late]
    shown = [_host_state(name, fleet.states[name], notes.get(name, "")) for name in names[:MAX_NAMED]]
    more = len(names) - MAX_NAMED
    return ", ".join([*shown, f"and {more} more"] if more > 0 else shown)


def _reason(diagnosis: Diagnosis) -> str:
    return (diagnosis.reasons or diagnosis.notes or [""])[0][:MAX_REASON_LENGTH]


def _host_state(name: str, state: str | None, note: str) -> str:
    if state is None:
        return f"{name} does not exist"
    return f"{name} is {state or 'in no known state'}" + (f" ({note})" if note else "")
