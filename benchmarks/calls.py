"""Measures the cost of a call over TLS on loopback, against the same call by a bare pooled httpx.Client."""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable

import httpx

from benchmarks.loopback import server
from benchmarks.measure import Ratio, compare, timed
from comodit_client.api import Client
from comodit_client.api.host import HostCollection

AUTH = ("UUU", "PPP")
CALLS = 200
ROUNDS = 41
LISTS = 5  # several in one sample, because the garbage collector runs from time to time
LIST_ROUNDS = 9


class Calls:
    """The calls to compare: ours through the facade, the others through httpx alone.

    Args:
        hosts: The hosts, by our client.
        bare: A client of httpx.
        url: The URL of the hosts.
    """

    def __init__(self, hosts: HostCollection, bare: httpx.Client, url: str) -> None:
        self.hosts = hosts
        self.bare = bare
        self.url = url

    def get(self) -> None:
        for _ in range(CALLS):
            self.hosts.get("web-1")

    def bare_get(self) -> None:
        for _ in range(CALLS):
            self.bare.get(f"{self.url}web-1", auth=AUTH).json()

    def iterate(self) -> None:
        for _ in range(LISTS):
            for host in self.hosts:
                assert host.name

    def whole_list(self) -> None:
        for _ in range(LISTS):
            for host in self.hosts.list():
                assert host.name

    def bare_list(self) -> None:
        for _ in range(LISTS):
            for host in json.loads(self.bare.get(self.url, auth=AUTH).content)["items"]:
                assert host["name"]


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with server() as (root, trusted):
        context = ssl.create_default_context(cafile=trusted)
        with httpx.Client(verify=context) as bare, Client(root, *AUTH, verify=context) as client:
            return _compared(root, bare, client)


def _compared(root: str, bare: httpx.Client, client: Client) -> list[Ratio]:
    hosts = client.hosts("Acme", "Production")
    calls = Calls(hosts, bare, f"{root}/organizations/Acme/environments/Production/hosts/")
    calls.get()  # connections and caches are warm
    calls.bare_get()
    return [
        _ratio(f"{CALLS} x hosts().get() / bare GET, TLS", calls.get, calls.bare_get, ROUNDS, 1.1),
        _ratio("10,000 hosts, each name / bare GET", calls.iterate, calls.bare_list, LIST_ROUNDS, 1.3),
        _ratio("the same by hosts.list()", calls.whole_list, calls.bare_list, LIST_ROUNDS, 1.3),
    ]


def _ratio(what: str, ours: Callable[[], None], base: Callable[[], None], rounds: int, bound: float) -> Ratio:
    return compare(what, lambda: timed(ours), lambda: timed(base), rounds, bound)
