"""Measures a list of many hosts in the sandbox: its CPU time, and how long other requests wait at the same time.

Both are the CPU time of the sandbox's process, which other programs on the machine change little.
"""

from __future__ import annotations

import base64
import http.client
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.measure import Ratio, compare

HOSTS = 100_000
ROUNDS = 5
#: A list may take as much CPU time as the JSON encoder of Python needs for its documents, times this.
CPU_BOUND = 3.5
#: The most CPU time that the sandbox may need until it responds to another request, in seconds.
WAIT = 0.05

_LIST = "/api/organizations/OOO/environments/Default/hosts"
_SMALL = f"{_LIST}/host-00000"
_HEADERS = {"Authorization": "Basic " + base64.b64encode(b"UUU:PPP").decode(), "Content-Type": "application/json"}


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with _sandbox() as (process, port):
        _send(port, "POST", "/sandbox/hosts", {"count": HOSTS, "provisioned": True, "applications": ["Wordpress"]})
        documents = json.loads(_send(port, "GET", _LIST))
        assert documents["count"] == HOSTS

        def listed() -> float:
            before = _cpu(process)
            _send(port, "GET", _LIST)
            return _cpu(process) - before

        def dumped() -> float:
            start = time.process_time()
            json.dumps(documents, separators=(",", ":")).encode()
            return time.process_time() - start

        what = f"sandbox lists {HOSTS} hosts / json.dumps (CPU)"
        cpu = compare(what, listed, dumped, ROUNDS, CPU_BOUND)
        waits = [_longest_wait(process, port) for _ in range(ROUNDS)]
    wait = statistics.median(waits)
    return [cpu, Ratio("longest request beside it / 50 ms (CPU)", wait * 1000, WAIT * 1000, wait / WAIT, 1.0)]


@contextmanager
def _sandbox() -> Iterator[tuple[int, int]]:
    """Run the sandbox in a process of its own; yield the process id and the port."""
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.pid, int(process.stdout.readline().split()[-1])
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _cpu(process: int) -> float:
    """Return the CPU time of a process, in seconds."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return sum(int((thread / "schedstat").read_text(encoding="ascii").split()[0]) for thread in threads) / 1e9


def _send(port: int, method: str, path: str, body: Any = None) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path, None if body is None else json.dumps(body), _HEADERS)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    assert response.status == 200, content[:500]
    return content


def _longest_wait(process: int, port: int) -> float:
    """Return the most CPU time between a small request and its response while the list is made and sent."""
    listing = threading.Thread(target=_send, args=(port, "GET", _LIST))
    connection = http.client.HTTPConnection("127.0.0.1", port)
    waits = []
    listing.start()
    while listing.is_alive():
        before = _cpu(process)
        connection.request("GET", _SMALL, None, _HEADERS)
        connection.getresponse().read()
        waits.append(_cpu(process) - before)
    connection.close()
    listing.join()
    return max(waits)
