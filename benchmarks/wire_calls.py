"""Measures the building of a request by a function of the wire layer, without I/O, against a dictionary."""

from __future__ import annotations

import math
from collections.abc import Callable
from urllib.parse import quote

from benchmarks.loopback import NAMES
from benchmarks.measure import Ratio, compare, cpu
from comodit_client import wire

REPEATS = 50
ROUNDS = 31
#: Microseconds that building a request may take.
LIMIT = 3.0


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    return [
        _ratio("wire.hosts.get() built / dict, names quoted", quoted, LIMIT),
        _ratio("the same / dict, names as they are", plain, math.inf),
    ]


def quoted(organization: str, environment: str, host: str) -> dict[str, object]:
    """Build a request as a careful program does by hand."""
    path = f"/organizations/{quote(organization, safe='')}/environments/{quote(environment, safe='')}/hosts/"
    return {"method": "GET", "path": f"{path}{quote(host, safe='')}", "query": {}}


def plain(organization: str, environment: str, host: str) -> dict[str, object]:
    """Build a request that is wrong for some names."""
    return {"method": "GET", "path": f"/organizations/{organization}/environments/{environment}/hosts/{host}"}


def _ratio(what: str, base: Callable[[str, str, str], object], limit: float) -> Ratio:
    return compare(
        what, lambda: _seconds(wire.hosts.get), lambda: _seconds(base), ROUNDS, math.inf, unit="us", limit=limit
    )


def _seconds(build: Callable[[str, str, str], object]) -> float:
    def work() -> None:
        for name in NAMES:
            build("Acme", "Production", name)

    return cpu(lambda: [work() for _ in range(REPEATS)]) / (REPEATS * len(NAMES))
