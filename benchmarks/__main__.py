"""Runs benchmarks and prints their table; exit status 1 when a bound is exceeded."""

from __future__ import annotations

import argparse
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import benchmarks
from benchmarks import report
from benchmarks.measure import Ratio, timed

Run = Callable[[], list[Ratio]]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks.

    Args:
        arguments: The arguments of the command; None for those of the process.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", help="run this module only; may be repeated")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the outcome to this file as well")
    options = parser.parse_args(arguments)
    ratios: list[Ratio] = []
    seconds: dict[str, float] = {}
    print(report.header())
    for name, run in runs(options.only):
        seconds[name] = timed(lambda run=run: ratios.extend(_printed(run)))  # type: ignore[misc]
    print("Seconds:", ", ".join(f"{name} {duration:.0f}" for name, duration in seconds.items()))
    print(f"In total: {sum(seconds.values()):.0f}")
    if options.json:
        options.json.write_text(json.dumps(report.document(ratios, seconds), indent=2) + "\n")
    return int(any(ratio.is_exceeded for ratio in ratios))


def runs(only: list[str] | None) -> Iterator[tuple[str, Run]]:
    """Find the modules of this package that have a function `run`.

    Args:
        only: The names of the modules to import; None for all.

    Yields:
        The name of each module, and its function.
    """
    names = only or sorted(found.name for found in pkgutil.iter_modules(benchmarks.__path__))
    for name in names:
        if name != "__main__":
            run = getattr(import_module(f"benchmarks.{name}"), "run", None)
            if run is not None:
                yield name, run


def _printed(run: Run) -> list[Ratio]:
    ratios = run()
    for ratio in ratios:
        print(report.line(ratio), flush=True)
    return ratios


if __name__ == "__main__":
    sys.exit(main())
