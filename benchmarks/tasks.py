"""Measures the library that PYTHONPATH selects: small tasks, each in seconds of CPU time, printed as JSON.

`benchmarks.revisions` runs this file for two revisions, so it imports nothing of this folder, and uses only names that
every revision has.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

NAMES = [f"web-{number}" for number in range(200)]
THREADS = 8
AT_A_TIME = 50
REPEATS = 3
IMPORT = "from comodit_client.api import Client"
SCRIPT = f"""import sys
{IMPORT}
with Client(sys.argv[1], "UUU", "PPP") as client:
    print(client.get_host("Acme", "Production", "web-1").name)"""
COMMAND = ["-c", "from comodit_client.cli.__main__ import main; main()", "hosts", "list", "--help"]


def measured(root: str) -> dict[str, float]:
    """Run all tasks and return their times.

    Args:
        root: The API root of the server.
    """
    return {
        "import": _least(lambda: _run("-c", IMPORT), _children),
        "script": _least(lambda: _run("-c", SCRIPT, root), _children),
        "command": _least(lambda: _run(*COMMAND), _children),
        **_blocking(root),
        "get by asyncio": _awaiting(root),
        "wire call": _best(_wire_calls),
    }


def _blocking(root: str) -> dict[str, float]:
    from comodit_client.api import Client

    with Client(root, "UUU", "PPP") as client, ThreadPoolExecutor(THREADS) as threads:

        def get(names: list[str]) -> None:
            for name in names:
                assert client.hosts("Acme", "Production").get(name).name == name

        def whole_list() -> None:
            assert all(host.name for host in client.hosts("Acme", "Production"))

        share = len(NAMES) // THREADS
        return {
            "get": _best(lambda: get(NAMES)),
            "get in threads": _best(lambda: list(threads.map(lambda _: get(NAMES[:share]), range(THREADS)))),
            "list": _best(whole_list),
        }


def _awaiting(root: str) -> float:
    from comodit_client.aio import Client

    with asyncio.Runner() as runner:
        client = Client(root, "UUU", "PPP")

        async def get() -> None:
            for first in (0, AT_A_TIME):
                names = NAMES[first : first + AT_A_TIME]
                await asyncio.gather(*(client.hosts("Acme", "Production").get(name) for name in names))

        seconds = _best(lambda: runner.run(get()))
        runner.run(client.close())
        return seconds


def _wire_calls() -> None:
    from comodit_client import wire

    for _ in range(20):
        for name in NAMES:
            wire.hosts.get("Acme", "Production", name)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-P", *arguments], stdout=subprocess.DEVNULL, check=True)


def _children() -> float:
    """Return the CPU time of all processes that ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _best(work: Callable[[], Any]) -> float:
    """Return the CPU time of some work, whose caches are warm."""
    work()
    return _least(work, time.process_time)


def _least(work: Callable[[], Any], clock: Callable[[], float]) -> float:
    """Return the least disturbed of several times."""
    return min(_once(work, clock) for _ in range(REPEATS))


def _once(work: Callable[[], Any], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
