"""Runs actions in an executor of the caller: in threads, in processes, or on other machines.

A job is one slice of hosts. It makes a client of its own, because connections stay in their process.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import uuid4

import attrs

from comodit_client.aio._fleet.sending import Outcome, send
from comodit_client.aio._fleet.task import Before
from comodit_client.rest import _async_io
from comodit_client.rest.exceptions import PythonApiException, WrongType

if TYPE_CHECKING:
    from comodit_client.aio._fleet.action import Action
    from comodit_client.aio._fleet.options import Options
    from comodit_client.aio._fleet.task import Task
    from comodit_client.aio.client import Client


def check_pickles(action: Action, clients: Iterable[Client]) -> None:
    """Check that jobs can be sent to other processes.

    Args:
        action: The action.
        clients: The clients.

    Raises:
        WrongType: A client or the settings cannot be pickled.
    """
    for thing in (action, *map(_without_clock, clients)):
        try:
            pickle.dumps(thing)
        except WrongType:
            raise
        except Exception as error:
            raise WrongType(
                f"Cannot use an executor: its jobs need a copy of the client and of the arguments, and a "
                f"{type(thing).__name__} cannot be pickled ({error}). Pass values and functions of a module, no lambda."
            ) from error


def _without_clock(client: Client) -> Client:
    """Return a copy for a job. Jobs do not wait, and the clock of waits stays in its process."""
    return client.with_options(polling=attrs.evolve(client.polling, clock=None))


async def run_job(action: Action, options: Options, tasks: list[Task]) -> list[Outcome] | Exception:
    """Run one slice in the executor.

    Args:
        action: The action.
        options: The options, with the executor.
        tasks: The hosts, all of one client.

    Returns:
        The outcome of each host, or why the job was lost.
    """
    assert options.executor is not None
    hosts = [(task.names, task.before or Before()) for task in tasks]
    payload = pickle.dumps((_without_clock(tasks[0].host.client), action, options.limit, hosts))
    # Dask takes an earlier result for a call with the same arguments, so no two jobs have the same.
    number = uuid4().hex
    try:
        return await _async_io.in_executor(options.executor, perform, payload, number)
    except Exception as error:  # noqa: BLE001 - each executor has its own
        return PythonApiException(
            f"The executor lost the job: {type(error).__name__}: {error}. The outcome is unknown: retry() reads it."
        )


def perform(payload: bytes, number: str) -> list[Outcome]:
    """Send the actions of a slice, in the executor.

    Args:
        payload: The pickled job.
        number: A text that no other job has.

    Returns:
        The outcome of each host.
    """
    return _async_io.complete(_perform, *pickle.loads(payload))  # noqa: S301 - made by `run_job`


async def _perform(
    client: Client, action: Action, limit: float, hosts: list[tuple[tuple[str, str, str], Before]]
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    async with client:
        for (organization, environment, name), before in hosts:
            host = client.hosts(organization, environment).new(name)
            # An executor may run a job again after its worker ended.
            outcomes.append(await send(action, host, before, limit, again=action.IS_REPEATABLE))
    return outcomes
