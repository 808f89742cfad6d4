"""What a call costs over TLS on loopback, against the same call by a bare pooled httpx.Client."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import trustme

from benchmarks.measure import Ratio, compare, timed
from comodit_client.api import Client
from comodit_client.api.host import HostCollection

AUTH = ("UUU", "PPP")
CALLS = 200
ROUNDS = 41
LISTS = 5  # several in one sample: the garbage collector runs now and then, for both
LIST_ROUNDS = 9


@contextmanager
def server() -> Iterator[tuple[str, ssl.SSLContext]]:
    """Run the server.

    Yields:
        The API root, and the TLS context that trusts it.
    """
    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with tempfile.TemporaryDirectory() as folder:
        certificate = Path(folder) / "server.pem"
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
        command = [sys.executable, "-m", "benchmarks.server", str(certificate)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            yield f"https://127.0.0.1:{int(process.stdout.readline())}/api", context
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()


class Calls:
    """The calls that are compared: ours by the facade, the others by httpx alone.

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
    """Measure.

    Returns:
        The outcomes.
    """
    with server() as (root, context), httpx.Client(verify=context) as bare, httpx.Client(verify=context) as pool:
        hosts = Client(root, *AUTH, http_client=pool).hosts("Acme", "Production")
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
