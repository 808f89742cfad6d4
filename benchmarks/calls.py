"""What a call costs over TLS on loopback, against the same call by a bare pooled httpx.Client."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import trustme

from benchmarks.measure import Ratio, compare, timed
from comodit_client.api import Client

CALLS = 200
ROUNDS = 41
LIST_ROUNDS = 15


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
        try:
            assert process.stdout is not None
            yield f"https://127.0.0.1:{int(process.stdout.readline())}/api", context
        finally:
            process.terminate()
            process.wait()
            process.stdout and process.stdout.close()


def run() -> list[Ratio]:
    """Measure.

    Returns:
        The outcomes.
    """
    with server() as (root, context), httpx.Client(verify=context) as bare, httpx.Client(verify=context) as pool:
        hosts = Client(root, "UUU", "PPP", http_client=pool).hosts("Acme", "Production")
        url = f"{root}/organizations/Acme/environments/Production/hosts/"
        auth = ("UUU", "PPP")

        def ours() -> None:
            for _ in range(CALLS):
                hosts.get("web-1")

        def base() -> None:
            for _ in range(CALLS):
                bare.get(url + "web-1", auth=auth).json()

        def our_list() -> None:
            for host in hosts.list():
                assert host.name

        def base_list() -> None:
            for host in json.loads(bare.get(url, auth=auth).content)["items"]:
                assert host["name"]

        ours(), base()  # connections and caches are warm
        return [
            compare(f"{CALLS} x hosts().get() / bare GET, TLS", lambda: timed(ours), lambda: timed(base), ROUNDS, 1.1),
            compare(
                "list 10,000 hosts, names / bare GET", lambda: timed(our_list), lambda: timed(base_list), LIST_ROUNDS, 1.3
            ),
        ]
