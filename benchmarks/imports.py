"""What importing the facade costs, against importing httpx alone; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.measure import Ratio, compare

ROUNDS = 21
TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
BASE = "import httpx"
FACADE = "from comodit_client.api import Client"
NEW_HOST = FACADE + "; Client('https://my.comodit.com/api', 'U', 'P').hosts('O', 'E').new('H')"


def seconds(code: str) -> float:
    """Time a line of Python in a new process.

    Args:
        code: The line.

    Returns:
        Seconds, without the start of the process.
    """
    command = [sys.executable, "-c", TIMED.format(code)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def run() -> list[Ratio]:
    """Measure.

    Returns:
        The outcomes.
    """
    return [
        compare("import the facade / import httpx", lambda: seconds(FACADE), lambda: seconds(BASE), ROUNDS, 1.4),
        compare("import, hosts().new() / import httpx", lambda: seconds(NEW_HOST), lambda: seconds(BASE), ROUNDS, 2.0),
    ]
