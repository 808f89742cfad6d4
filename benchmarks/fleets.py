"""Measures the provisioning of a fleet: on the clock against the ideal, its requests, and what `save_to` costs."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import fleet_server
from benchmarks.fleet_server import ENVIRONMENTS, HOSTS
from benchmarks.loopback import AUTH, running
from benchmarks.measure import Ratio, compare, cpu, outcome, timed
from comodit_client import aio
from comodit_client.aio import fleet as aio_fleet
from comodit_client.api import Client
from comodit_client.api import fleet as api_fleet
from comodit_client.rest.options import Polling

PARALLEL = 16
LATENCY = 0.02
PROVISIONING = 3.0
#: The provisioning is short, so the polls are more frequent than by default.
POLLING = Polling(0.5, 1, 0.5)
BOUND = 1.2
SAVED_BOUND = 1.3
COUNT = ENVIRONMENTS * HOSTS
#: The number of environments whose hosts measure `save_to`, which writes its file about 50 times for any number.
SAVED_ENVIRONMENTS = 5
SAVED_ROUNDS = 3
#: Each environment is read once, each host is provisioned, and each environment is read again.
IDEAL = (COUNT + 2 * ENVIRONMENTS) * LATENCY / PARALLEL + PROVISIONING


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    return [*_provisioned("blocking", _blocking), *_provisioned("asyncio", _awaiting), _saved()]


def _provisioned(name: str, provision: Callable[[str], float]) -> list[Ratio]:
    with _server(LATENCY, PROVISIONING) as root:
        seconds = provision(root)
        counts = _counts(root)
    assert (counts["provisioned"], counts["twice"]) == (COUNT, 0), counts
    polls = counts["lists"] / counts["ticks"]
    return [
        outcome(f"provision {COUNT:,} hosts, {name} / ideal", [(seconds, IDEAL)], BOUND, unit="s", quantity="clock"),
        outcome(
            f"requests per poll, {name} / environments", [(polls, ENVIRONMENTS)], 1.0, unit="", quantity="requests"
        ),
    ]


def _blocking(root: str) -> float:
    with Client(root, *AUTH, polling=POLLING) as client:
        hosts = _hosts(client, ENVIRONMENTS)
        return timed(lambda: api_fleet.provision(hosts, parallel=PARALLEL).raise_for_failures())


def _awaiting(root: str) -> float:
    async def provision() -> float:
        async with aio.Client(root, *AUTH, polling=POLLING) as client:
            hosts = _hosts(client, ENVIRONMENTS)
            start = time.perf_counter()
            (await aio_fleet.provision(hosts, parallel=PARALLEL)).raise_for_failures()
            return time.perf_counter() - start

    return asyncio.run(provision())


def _hosts(client: Any, environments: int) -> list[Any]:
    return [
        client.hosts("Acme", str(environment)).new(fleet_server.name(environment, number))
        for environment in range(environments)
        for number in range(HOSTS)
    ]


def _saved() -> Ratio:
    def seconds(path: Path | None) -> float:
        with _server(0, 0) as root, Client(root, *AUTH) as client:
            hosts = _hosts(client, SAVED_ENVIRONMENTS)
            send = partial(api_fleet.provision, hosts, parallel=PARALLEL, wait=False, save_to=path)
            return cpu(lambda: send().raise_for_failures())

    def saved() -> float:
        with tempfile.TemporaryDirectory() as folder:
            return seconds(Path(folder) / "report.json")

    what = f"send {SAVED_ENVIRONMENTS * HOSTS:,} actions, save_to / without"
    return compare(what, saved, partial(seconds, None), SAVED_ROUNDS, SAVED_BOUND)


@contextmanager
def _server(latency: float, provisioning: float) -> Iterator[str]:
    with running("benchmarks.fleet_server", str(latency), str(provisioning)) as port:
        yield f"http://127.0.0.1:{port}/api"


def _counts(root: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{root}/counts") as response:
        return json.load(response)  # type: ignore[no-any-return]
