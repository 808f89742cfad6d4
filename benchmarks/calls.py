"""Measures one call on a kept connection, and a long list, against the same by a bare pooled httpx.Client.

CPU time counts, not the clock: the server is another process. The calls read 200 hosts in turn, because a program
rarely asks for the same URL again.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

from benchmarks.loopback import AUTH, NAMES, hosts_url, plain_server, server
from benchmarks.measure import Ratio, compare, cpu
from comodit_client.api import Client

ROUNDS = 21
LISTS = 3  # several in one sample, because the garbage collector runs from time to time
LIST_ROUNDS = 9
BOUND, LIST_BOUND = 0.75, 1.03


class Calls:
    """The calls to compare: ours through the facade, the others through httpx alone.

    Args:
        client: Our client.
        bare: A client of httpx.
        root: The API root.
    """

    def __init__(self, client: Client, bare: httpx.Client, root: str) -> None:
        self.client = client
        self.bare = bare
        self.root = root
        self.url = hosts_url(root)

    def get(self) -> None:
        for name in NAMES:
            assert self.client.hosts("Acme", "Production").get(name).name == name

    def bare_get(self) -> None:
        for name in NAMES:
            assert self.bare.get(f"{self.url}{name}").json()["name"] == name

    def iterate(self) -> None:
        for _ in range(LISTS):
            for host in self.client.hosts("Acme", "Production"):
                assert host.name

    def whole_list(self) -> None:
        for _ in range(LISTS):
            for host in self.client.hosts("Acme", "Production").list():
                assert host.name

    def bare_list(self) -> None:
        for _ in range(LISTS):
            self.bare_list_once()

    def bare_list_once(self) -> None:
        for host in json.loads(self.bare.get(self.url).content)["items"]:
            assert host["name"]


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    ratios = []
    for scheme, opened in (("http", plain_calls), ("TLS", secure_calls)):
        with opened() as calls:
            calls.get()  # connections and caches are warm
            calls.bare_get()
            base = f"bare GET, {scheme}"
            ratios += [
                _ratio(f"hosts().get() x {len(NAMES)} / {base}", calls.get, calls.bare_get, ROUNDS, BOUND),
                _ratio(f"10,000 hosts, each name / {base}", calls.iterate, calls.bare_list, LIST_ROUNDS, LIST_BOUND),
                _ratio(f"hosts().list() / {base}", calls.whole_list, calls.bare_list, LIST_ROUNDS, LIST_BOUND),
            ]
    return ratios


@contextmanager
def plain_calls() -> Iterator[Calls]:
    """Open both clients for a server without TLS."""
    with plain_server() as root, httpx.Client(auth=AUTH) as bare, Client(root, *AUTH) as client:
        yield Calls(client, bare, root)


@contextmanager
def secure_calls() -> Iterator[Calls]:
    """Open both clients for a server with TLS."""
    with server() as (root, trusted):
        context = ssl.create_default_context(cafile=trusted)
        with httpx.Client(auth=AUTH, verify=context) as bare, Client(root, *AUTH, verify=context) as client:
            yield Calls(client, bare, root)


def _ratio(what: str, ours: Callable[[], None], base: Callable[[], None], rounds: int, bound: float) -> Ratio:
    return compare(what, lambda: cpu(ours), lambda: cpu(base), rounds, bound)
