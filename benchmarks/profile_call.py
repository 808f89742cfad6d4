"""Prints where the time of a call goes: layer by layer, and by package.

The first table adds one layer after the other: each reads the same 200 hosts on a kept connection and decodes the JSON.
The second counts the time within the functions of each package during our call. A profiler makes small functions look
expensive, so the first table gives the cost, and the second shows where to search. Both count CPU time.
"""

from __future__ import annotations

import cProfile
import pstats
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable

from benchmarks.layers import Get, layers
from benchmarks.loopback import NAMES, plain_server
from benchmarks.measure import cpu, quartiles

ROUNDS = 21
#: The layer that all others are compared with.
BASE = "httpx.Client.get"
#: The first group names the package; the blocking operations of a socket are called in one folder of httpcore.
PACKAGES = (
    (re.compile(r"httpcore/_backends/"), "socket"),
    (re.compile(r"(comodit_client/\w+)"), None),
    (re.compile(r"site-packages/(\w+)"), None),
    (re.compile(r"/(json)/"), None),
)


def main() -> None:
    """Measure, and print both tables."""
    with plain_server() as root, layers(root) as gets:
        print(f"{'layer':30} {'us a call':>9} {'quartiles':>15} {'added':>7} {'ratio':>6}")
        for line in lines(samples(gets)):
            print(line)
        print(f"\n{'package':30} {'share':>9}")
        for package, share in shares(lambda: read_all([*gets.values()][-1])):
            print(f"{package:30} {share:>9.1%}")


def samples(gets: dict[str, Get]) -> dict[str, list[float]]:
    """Measure the layers in turn.

    Args:
        gets: The layers.

    Returns:
        The microseconds of CPU time for a call, round by round, of each layer.
    """
    for get in gets.values():
        read_all(get)  # connections and caches are warm
    found: dict[str, list[float]] = {name: [] for name in gets}
    for _ in range(ROUNDS):
        for name, get in gets.items():
            found[name].append(cpu(lambda get=get: read_all(get)) / len(NAMES) * 1e6)  # type: ignore[misc]
    return found


def read_all(get: Get) -> None:
    """Read each host.

    Args:
        get: The layer to use.
    """
    for name in NAMES:
        assert get(name) == name


def lines(found: dict[str, list[float]]) -> list[str]:
    """Return the lines of the first table.

    Args:
        found: The measurements of each layer.
    """
    base, below, table = statistics.median(found[BASE]), 0.0, []
    for name, values in found.items():
        lower, middle, upper = quartiles(values)
        spread = f"{lower:.0f} .. {upper:.0f}"
        table.append(f"{name:30} {middle:>9.0f} {spread:>15} {middle - below:>+7.0f} {middle / base:>6.2f}")
        below = middle
    return table


def shares(work: Callable[[], None]) -> list[tuple[str, float]]:
    """Return the share of each package in the time of some work, the largest first.

    Args:
        work: The work.
    """
    # What a function spends in C counts as its own, and waiting for the server counts for nothing.
    profiler = cProfile.Profile(time.process_time, builtins=False)
    profiler.runcall(work)
    times: Counter[str] = Counter()
    for (file, _, _), (_, _, own, *_) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        times[package_of(file)] += own
    return [(package, seconds / times.total()) for package, seconds in times.most_common()]


def package_of(file: str) -> str:
    """Return the package that a source file belongs to.

    Args:
        file: The path of the file.
    """
    for pattern, name in PACKAGES:
        if found := pattern.search(file):
            return name or found[1].replace("/", ".")
    return "standard library"


if __name__ == "__main__":
    main()
