"""Measures the memory of long lists, against the same list by a bare httpx.Client and json.loads."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator

import httpx

from benchmarks.measure import Ratio
from benchmarks.server import host
from comodit_client.api import Client

HOSTS = 20_000  # tracing takes time; 100,000 have the same ratios
#: The number of hosts on a page, for a server that returns pages.
PAGE = 200
CHUNK = 1 << 16
URL = "http://127.0.0.1/api"
PATH = "/organizations/Acme/environments/Production/hosts/"


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    transport = httpx.MockTransport(_served)
    with httpx.Client(transport=transport) as bare, Client(URL, "UUU", "PPP", transport=transport) as client:
        hosts = client.hosts("Acme", "Production")
        parsed, most = _memory(lambda: json.loads(bare.get(URL + PATH).content)["items"])
        kept, peak = _memory(hosts.list)
        _, streamed = _memory(lambda: [None for _ in hosts])
        _, paged = _memory(lambda: [None for _ in client.hosts("Acme", "Paged")])
    what = f"{HOSTS:,} hosts"
    return [
        _ratio(f"{what} kept by list() / parsed", kept, parsed, 1.1),
        _ratio(f"{what}, the peak of list() / parsed", peak, most, 1.1),
        _ratio(f"{what}, the peak of a loop / parsed", streamed, most, 1.1),
        _ratio(f"{what}, the same, {HOSTS // PAGE} pages / parsed", paged, most, 0.15),
    ]


def _ratio(what: str, ours: int, base: int, bound: float) -> Ratio:
    return Ratio(what, ours / 1e6, base / 1e6, ours / base, bound, unit="MB", quantity="memory")


def _served(request: httpx.Request) -> httpx.Response:
    size = PAGE if "Paged" in request.url.path else HOSTS
    offset = int(request.url.params.get("offset", 0))
    numbers = range(offset, min(offset + size, HOSTS))
    return httpx.Response(200, content=_body(numbers), headers={"Content-Type": "application/json"})


def _body(numbers: range) -> Iterator[bytes]:
    yield f'{{"count": {len(numbers)}, "offset": {numbers.start}, "total": {HOSTS}, "items": ['.encode()
    for start in range(numbers.start, numbers.stop, 200):  # about 70 kB, as a socket delivers them
        part = range(start, min(start + 200, numbers.stop))
        yield (json.dumps([host(number) for number in part])[1:-1] + ", " * (part.stop < numbers.stop)).encode()
    yield b"]}"


def _memory(work: Callable[[], object]) -> tuple[float, float]:
    """Return the bytes that a result takes, and the most that were taken on the way to it."""
    gc.collect()
    tracemalloc.start()
    try:
        result = work()
        peak = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
        del result
        return float(kept), float(peak)
    finally:
        tracemalloc.stop()
