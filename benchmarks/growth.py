"""Measures how time and memory grow with the number of hosts and applications: `python -m benchmarks.growth`.

Each point is the CPU time of the client, and the memory that it needs at most, in a process of its own. The server is a
transport in that process, whose CPU time is subtracted.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import math
import multiprocessing
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import attrs

from benchmarks.organization import Organization
from comodit_client.api._shared.waiting import PollResult
from comodit_client.api.environment import Environment
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import
from comodit_client.api.organization import Organization as ExportedOrganization
from comodit_client.api.sync import SyncEngine
from comodit_client.progress import live
from comodit_client.rest.collector import Paused

#: A fork has all modules, and no memory of its own yet.
FORKS = multiprocessing.get_context("fork")
#: The highest exponent that is allowed.
BOUND = 1.1
#: Points with less are noise: clocks, allocators and what each call costs once hide the slope.
LEAST_SECONDS, LEAST_MEGABYTES = 0.02, 4.0
#: How often a point is measured, unless it takes longer than the limit; the least time counts.
REPETITIONS, LONG = 3, 0.3
POLLS = 5
HOSTS, APPLICATIONS = "hosts", "applications"
#: The numbers of entities: of quick runs, of full ones, and of curves with few requests.
QUICK = {HOSTS: (50, 150, 500), APPLICATIONS: (15, 50, 150)}
FULL = {HOSTS: (100, 1000, 10_000, 30_000, 100_000), APPLICATIONS: (10, 100, 1000, 3000, 10_000)}
CHEAP = (100, 1000, 10_000, 30_000, 100_000)


class Case:
    """What one point is measured with: an organization with so many entities, and a folder.

    Args:
        kind: The kind of the entities: hosts or applications.
        count: Their number.
        page: The number of entities in a page of a list; 0 for a list in one response.
        home: An empty folder.
    """

    def __init__(self, kind: str, count: int, page: int, home: Path) -> None:
        self.kind = kind
        self.count = count
        self.server = Organization(**{kind: count}, page=page)
        self.client = self.server.client()
        self.folder = home / "exported"

    def root(self) -> Environment | ExportedOrganization:
        """Return the entity that holds the others."""
        if self.kind == HOSTS:
            return self.client.get_environment("Acme", "Production")
        return self.client.get_organization("Acme")

    def export(self, complete: bool | None = None) -> None:
        """Export the entities to the folder."""
        root, export = self.root(), Export(complete=complete)
        if isinstance(root, Environment):
            export.export_environment(root, self.folder)
        else:
            export.export_organization(root, self.folder)

    def load(self, importer: Import) -> None:
        """Import the folder."""
        if self.kind == HOSTS:
            importer.import_environment(self.client.organizations().wrap({"name": "Acme"}), self.folder)
        else:
            importer.import_organization(self.client, self.folder)

    def edit(self) -> None:
        """Change the description of each entity in the folder."""
        for file in self.folder.rglob("definition.json"):
            file.write_text(file.read_text().replace("Front end", "Back end"))

    def remove(self) -> None:
        """Remove all entities from the folder, as a user who edits it does."""
        shutil.rmtree(self.folder / self.kind)
        definition = self.folder / "definition.json"
        definition.write_text(json.dumps(json.loads(definition.read_text()) | {"hosts": []}))


def decoding(case: Case) -> Callable[[], object]:
    content = case.server.content()

    def decode() -> object:
        with Paused(case.count):
            return json.loads(content)

    return decode


def listing(case: Case) -> Callable[[], object]:
    hosts = case.client.hosts("Acme", "Production")
    return lambda: [host.name for host in hosts.list()]


def iterating(case: Case) -> Callable[[], object]:
    return lambda: sum(len(host.name) for host in case.client.hosts("Acme", "Production"))


def waiting(case: Case) -> Callable[[], object]:
    hosts = case.client.hosts("Acme", "Production")
    display = live(StringIO())
    polls = itertools.count(1)

    def progress(result: PollResult[dict[str, str | None]]) -> None:
        display(result)
        if next(polls) == POLLS:
            case.server.change("Front end", "READY")

    # The server prepares its last response between two polls.
    return lambda: hosts.wait_for_state("READY", progress=progress)


def exporting(case: Case) -> Callable[[], object]:
    return case.export


def importing(case: Case) -> Callable[[], object]:
    case.export()
    case.server.exists = False
    return lambda: case.load(Import())


def updating(case: Case) -> Callable[[], object]:
    case.export()
    return lambda: case.load(Import(update_existing=True, backup=case.folder.parent / "backup"))


def comparing(case: Case) -> Callable[[], object]:
    case.export(complete=True)
    case.server.change("Changed", "DEFINED")
    return lambda: SyncEngine(case.folder).status(case.root())


def pulling(case: Case) -> Callable[[], object]:
    case.export(complete=True)
    case.server.change("Changed", "DEFINED")
    return lambda: SyncEngine(case.folder).pull(case.root())


def pulling_new(case: Case) -> Callable[[], object]:
    case.export(complete=True)
    case.remove()
    engine = SyncEngine(case.folder, on_conflict="server")
    return lambda: engine.pull(case.root())


def pushing(case: Case) -> Callable[[], object]:
    case.export(complete=True)
    case.edit()
    return lambda: SyncEngine(case.folder).push(case.root())


def pushing_deletions(case: Case) -> Callable[[], object]:
    case.export(complete=True)
    SyncEngine(case.folder).pull(case.root())
    case.remove()
    engine = SyncEngine(case.folder, on_conflict="folder")
    return lambda: engine.push(case.root())


@attrs.frozen
class Curve:
    """What is measured for several numbers of entities.

    Args:
        what: Its name.
        kind: The kind of the entities.
        prepare: Prepares one measurement, and returns what is measured.
        page: The number of entities in a page of a list; 0 for a list in one response.
        cheap: Whether it sends few requests, so that many entities take little time.
    """

    what: str
    kind: str
    prepare: Callable[[Case], Callable[[], object]]
    page: int = 0
    cheap: bool = False

    def numbers(self, quick: bool) -> tuple[int, ...]:
        """Return the numbers of entities.

        Args:
            quick: Whether the measurement may take some seconds only.
        """
        return CHEAP if self.cheap else (QUICK if quick else FULL)[self.kind]


#: What the JSON parser alone takes, for comparison.
DECODING = Curve("json.loads of the list", HOSTS, decoding, cheap=True)
CURVES = (
    DECODING,
    Curve("list", HOSTS, listing, cheap=True),
    Curve("iterate, 1,000 a page", HOSTS, iterating, page=1000, cheap=True),
    Curve(f"wait, {POLLS} polls", HOSTS, waiting, cheap=True),
    *(
        Curve(what, kind, prepare)
        for kind in (HOSTS, APPLICATIONS)
        for what, prepare in {
            "export": exporting,
            "import": importing,
            "import, update with backup": updating,
            "sync: status, all changed": comparing,
            "sync: pull, all changed": pulling,
            "sync: pull, all new": pulling_new,
            "sync: push, all changed": pushing,
            "sync: push, all deleted": pushing_deletions,
        }.items()
    ),
)


@attrs.frozen
class Point:
    """A point of a curve.

    Args:
        count: The number of entities.
        seconds: The CPU time of the client.
        megabytes: How much its memory grew, at most.
    """

    count: int
    seconds: float
    megabytes: float


@attrs.frozen
class Growth:
    """How a curve grows.

    Args:
        curve: The curve.
        points: Its points.
    """

    curve: Curve
    points: tuple[Point, ...]

    @property
    def is_too_steep(self) -> bool:
        """Whether the time or the memory grows faster than is allowed."""
        return self.curve is not DECODING and max(self.time, self.memory) > BOUND

    @property
    def time(self) -> float:
        """The exponent of the time."""
        return exponent([(point.count, point.seconds) for point in self.points], LEAST_SECONDS)

    @property
    def memory(self) -> float:
        """The exponent of the memory."""
        return exponent([(point.count, point.megabytes) for point in self.points], LEAST_MEGABYTES)


def exponent(points: list[tuple[int, float]], least: float) -> float:
    """Return the slope of a curve on logarithmic scales, by least squares.

    What each call costs once flattens the beginning of a curve, so points in the noise do not count.

    Args:
        points: The points.
        least: The least value that is not noise.

    Returns:
        The slope; 0 for a curve that stays below the least value.
    """
    used = [(math.log(count), math.log(value)) for count, value in points if value >= least]
    return statistics.linear_regression(*zip(*used, strict=True)).slope if len(used) > 1 else 0.0


def measure(curve: Curve, count: int) -> Point:
    """Measure a point in a new process, whose memory nothing else used.

    Args:
        curve: The curve.
        count: The number of entities.
    """
    receiver, sender = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=lambda: sender.send(point(curve, count)))
    process.start()
    sender.close()
    found: Point = receiver.recv()
    process.join()
    return found


def point(curve: Curve, count: int) -> Point:
    """Measure a point in this process.

    Args:
        curve: The curve.
        count: The number of entities.
    """
    once(curve, 3)  # modules are loaded, and caches are warm
    found = [once(curve, count)]
    while len(found) < REPETITIONS and found[0].seconds < LONG:
        found.append(once(curve, count))
    return Point(count, min(one.seconds for one in found), found[0].megabytes)


def once(curve: Curve, count: int) -> Point:
    """Measure a point once.

    Args:
        curve: The curve.
        count: The number of entities.
    """
    with tempfile.TemporaryDirectory() as home:
        case = Case(curve.kind, count, curve.page, Path(home))
        work = curve.prepare(case)
        gc.collect()
        memory = Memory()
        server, start = case.server.seconds, time.process_time()
        kept = work()
        seconds = time.process_time() - start - (case.server.seconds - server)
        megabytes = memory.growth()
        del kept
    return Point(count, seconds, megabytes)


class Memory:
    """The resident memory of this process from now on, as Linux counts it."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5")  # the peak starts anew
        self._before = _kilobytes("VmRSS")

    def growth(self) -> float:
        """Return the growth of the memory up to its peak, in megabytes."""
        return (_kilobytes("VmHWM") - self._before) / 1024


def _kilobytes(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1])


def measured(quick: bool, only: str = "") -> list[Growth]:
    """Measure all curves, and print each.

    Args:
        quick: Whether to stop at smaller numbers.
        only: A part of the names of the curves to measure.
    """
    found = []
    print(f"{'':42} {'time':>5} {'memory':>6}  seconds and megabytes, by number")
    for curve in CURVES:
        name = f"{curve.kind}: {curve.what}"
        if only in name:
            growth = Growth(curve, tuple(measure(curve, count) for count in curve.numbers(quick)))
            points = ", ".join(f"{one.count}: {one.seconds:.2f} {one.megabytes:.0f}" for one in growth.points)
            print(f"{name:42} {growth.time:>5.2f} {growth.memory:>6.2f}  {points}", flush=True)
            found.append(growth)
    return found


def main() -> int:
    """Run the benchmark.

    Returns:
        The exit status: 1 if a curve is too steep.
    """
    parser = argparse.ArgumentParser(description="Measure how time and memory grow.")
    parser.add_argument("--quick", action="store_true", help="stop at smaller numbers")
    parser.add_argument("--only", default="", help="a part of the names of the curves to measure")
    options = parser.parse_args()
    found = measured(options.quick, options.only)
    return int(any(growth.is_too_steep for growth in found))


if __name__ == "__main__":
    sys.exit(main())
