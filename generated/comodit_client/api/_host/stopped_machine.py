# Made by `python -m generator` from handwritten/comodit_client/aio/_host/stopped_machine.py.
# Do not edit: change that, then run `make generate`.
"""Reads whether the machine of a late host is stopped: libvirt stops machines after their installation (S61)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.api.instance import InstanceCollection
from comodit_client.rest._sync_io import WorkerPool
from comodit_client.rest.exceptions import PythonApiException
from comodit_client.rest.options import RetryPolicy

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.api.host import HostCollection

STOPPED = "STOPPED"
PAUSED = "PAUSED"
#: The number of late hosts whose machines are read, one request each, all at the same time.
MAX_READ = 4
#: What to do for one machine, and for several.
ADVICE = {
    STOPPED: (
        "Its machine is STOPPED: with a libvirt platform it stops after the installation. Start it with "
        "get_instance().start(), then wait again."
    ),
    PAUSED: "Its machine is PAUSED. Resume it with get_instance().resume(), then wait again.",
}
ADVICE_FOR_MANY = {
    STOPPED: (
        "Some machines are STOPPED: with a libvirt platform they stop after the installation. Start them with "
        "get_instance().start(), then wait again."
    ),
    PAUSED: "Some machines are PAUSED. Resume them with get_instance().resume(), then wait again.",
}


def advice(client: Client, names: tuple[str, str, str]) -> str:
    """Read whether the machine of a late host is stopped. Sends one request, and never raises a library exception.

    Args:
        client: The client.
        names: The names of the organization, the environment and the host.

    Returns:
        What to do; empty if the machine is not stopped, or cannot be read.
    """
    return ADVICE.get(_state(client, names) or "", "")


def states(hosts: HostCollection, names: Sequence[str]) -> dict[str, str]:
    """Read the machines of the first late hosts. Never raises a library exception.

    Args:
        hosts: The hosts.
        names: The names of the late hosts.

    Returns:
        The states of the machines that are stopped or paused, by host name.
    """
    organization, environment = hosts.where
    found: dict[str, str | None] = {}
    pool = WorkerPool(MAX_READ)

    def read(name: str) -> None:
        found[name] = _state(hosts.client, (organization, environment, name))

    for name in names[:MAX_READ]:
        pool.add(name, partial(read, name))
    pool.run()
    return {name: state for name in names if (state := found.get(name)) in ADVICE and state is not None}


def advice_for_many(machines: Mapping[str, str]) -> str:
    """Return what to do for the machines of several hosts; empty if none is stopped.

    Args:
        machines: The states of the machines, by host name.
    """
    return " ".join(text for state, text in ADVICE_FOR_MANY.items() if state in machines.values())


def _state(client: Client, names: tuple[str, str, str]) -> str | None:
    once = client.with_options(retries=RetryPolicy(attempts=1))
    try:
        return (InstanceCollection(once, names).get()).state
    except PythonApiException:
        return None
