"""Runs all benchmarks and prints their table; exit status 1 when a bound is exceeded."""

from __future__ import annotations

import subprocess
import sys

from benchmarks import calls, commands, definitions, imports, many
from benchmarks.measure import timed


def main() -> int:
    """Run the benchmarks.

    Returns:
        The exit status.
    """
    ratios = imports.run() + commands.run() + calls.run() + many.run() + definitions.run()
    print(f"{'':42} {'ours':>10} {'base':>10} {'ratio':>6} {'bound':>6}")
    for ratio in ratios:
        print(f"{ratio.what:42} {ratio.ours:>7.1f} ms {ratio.base:>7.1f} ms {ratio.ratio:>6.2f} {ratio.bound:>6.2f}")
    seconds = timed(lambda: subprocess.run([sys.executable, "-m", "generator", "--check"], check=True))
    print(f"{'generate everything':42} {seconds:>7.1f} s")
    return int(any(ratio.ratio > ratio.bound for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
