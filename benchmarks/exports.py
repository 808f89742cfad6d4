"""What requests in parallel bring to an export: 200 applications with 2,000 files, each request 20 ms away."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import httpx

from benchmarks.measure import Ratio, compare, timed
from comodit_client.api import Client
from comodit_client.api.exporter import Export

LATENCY = 0.02
APPLICATIONS = 200
FILES = 10
CONTENT = b"port=${port}\n" * 100


def run() -> list[Ratio]:
    """Measure.

    Returns:
        The outcome.
    """
    with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(_answer)) as client:
        organization = client.organizations().new("Acme")

        def export(parallel: int) -> float:
            with tempfile.TemporaryDirectory() as folder:
                seconds = timed(
                    lambda: Export(parallel=parallel).export_organization(organization, Path(folder, "Acme"))
                )
                found = sum(1 for path in Path(folder).rglob("files/*"))
            assert found == APPLICATIONS * FILES
            return seconds

        return [compare("export, 8 requests at a time / 1", lambda: export(8), lambda: export(1), 1, 0.25)]


def _answer(request: httpx.Request) -> httpx.Response:
    time.sleep(LATENCY)
    parts = request.url.path.removeprefix("/api/organizations/Acme/").split("/")
    match parts:
        case ["applications", ""]:
            return _list(f"app-{number}" for number in range(APPLICATIONS))
        case ["applications", name]:
            return httpx.Response(200, json={"name": name})
        case ["applications", _, "files", ""]:
            return _list(f"file-{number}" for number in range(FILES))
        case ["applications", _, "files", _, "content"]:
            return httpx.Response(200, content=CONTENT)
        case ["applications", _, "thumb"]:
            return httpx.Response(404, json={"error": ["no picture"]})
    return _list(())


def _list(names: Iterable[str]) -> httpx.Response:
    return httpx.Response(200, json={"items": [{"name": name} for name in names]})
