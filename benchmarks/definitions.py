"""Measures parallel exports and imports: 16 applications with 80 files, and a latency of 50 ms."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import httpx

from benchmarks.measure import Ratio, compare, timed
from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import

LATENCY = 0.05
APPLICATIONS = 16
FILES = 5
AT_ONCE = "8 requests at a time / 1"
CONTENT = b"port=${port}\n" * 100


@contextmanager
def sandbox() -> Iterator[str]:
    """Run the sandbox in a process of its own, where it takes no time from the client's interpreter.

    Yields:
        Its URL.
    """
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline().split()[-1])}"
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def write_tree(folder: Path) -> None:
    """Write an organization as an export does.

    Args:
        folder: The folder to create.
    """
    files = [f"file-{number}" for number in range(FILES)]
    for number in range(APPLICATIONS):
        name = f"app-{number}"
        contents = folder / "applications" / name / "files"
        contents.mkdir(parents=True)
        for file in files:
            (contents / file).write_bytes(CONTENT)
        definition = {"name": name, "files": [{"name": file} for file in files]}
        (contents.parent / "definition.json").write_text(json.dumps(definition))


class Runs:
    """Exports and imports of one tree, each with all of its contents.

    Args:
        client: The client.
        url: The URL of the sandbox.
        home: The folder to write to.
    """

    def __init__(self, client: Client, url: str, home: Path) -> None:
        self.client = client
        self.url = url
        self.home = home
        self.numbers = count()
        write_tree(home / "tree")
        self.load(8)

    def export(self, parallel: int) -> float:
        target = self.home / f"exported-{next(self.numbers)}"
        organization = self.client.get_organization("Acme-0")
        before = self.requests()
        seconds = timed(lambda: Export(parallel=parallel).export_organization(organization, target))
        found = [path.read_bytes() for path in target.rglob("files/*")]
        assert found == [CONTENT] * (APPLICATIONS * FILES)
        self.check(seconds, self.requests() - before, parallel)
        return seconds

    def load(self, parallel: int) -> float:
        name = f"Acme-{next(self.numbers)}"
        (self.home / "tree" / "definition.json").write_text(json.dumps({"name": name}))
        before = self.requests()
        importer = Import(parallel=parallel)
        seconds = timed(lambda: importer.import_organization(self.client, self.home / "tree"))
        assert len(importer.report.done) == 1 + APPLICATIONS * (1 + FILES)
        self.check(seconds, self.requests() - before, parallel)
        return seconds

    def requests(self) -> int:
        found: int = httpx.get(f"{self.url}/sandbox/stats").json()["total"]
        return found

    def delay(self) -> None:
        fault = {"kind": "latency", "seconds": LATENCY, "times": 0}
        httpx.post(f"{self.url}/sandbox/faults", json=fault).raise_for_status()

    def check(self, seconds: float, requests: int, parallel: int) -> None:
        """Check that the latency applied: no run is faster than its requests allow."""
        faults = httpx.get(f"{self.url}/sandbox/faults").json()["faults"]
        assert not faults or seconds > requests * LATENCY / parallel


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with sandbox() as url, Client(f"{url}/api", "UUU", "PPP") as client, tempfile.TemporaryDirectory() as home:
        runs = Runs(client, url, Path(home))
        runs.delay()
        return [
            compare(f"export, {AT_ONCE}", lambda: runs.export(8), lambda: runs.export(1), 1, 0.25, quantity="clock"),
            compare(f"import, {AT_ONCE}", lambda: runs.load(8), lambda: runs.load(1), 1, 0.25, quantity="clock"),
        ]
