"""Starts the benchmark server in a process of its own, where it takes no time from the client's interpreter."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

from benchmarks.server import NAMED, PATH

AUTH = ("UUU", "PPP")
#: The hosts that the server has a response of their own for.
NAMES = [f"web-{number}" for number in range(NAMED)]


def hosts_url(root: str) -> str:
    """Return the URL of the hosts.

    Args:
        root: The API root.
    """
    return f"{root}{PATH.removeprefix('/api')}"


@contextmanager
def server() -> Iterator[tuple[str, Path]]:
    """Run the server over TLS.

    Yields:
        The API root, and the file of the authority to trust.
    """
    authority = trustme.CA()
    with tempfile.TemporaryDirectory() as folder:
        certificate, trusted = Path(folder) / "server.pem", Path(folder) / "authority.pem"
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
        authority.cert_pem.write_to_path(trusted)
        with running("benchmarks.server", str(certificate)) as port:
            yield f"https://127.0.0.1:{port}/api", trusted


@contextmanager
def plain_server() -> Iterator[str]:
    """Run the server without TLS.

    Yields:
        The API root.
    """
    with running("benchmarks.server") as port:
        yield f"http://127.0.0.1:{port}/api"


@contextmanager
def running(module: str, *arguments: str) -> Iterator[int]:
    """Run a server.

    Args:
        module: The module that prints the port and serves.
        arguments: Its arguments.

    Yields:
        The port.
    """
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
