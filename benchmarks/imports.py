"""What importing the facade costs, against importing httpx alone; each in a process of its own.

As for a user who has installed it: the modules are compiled already, and httpx does not load its command line, which it
does where click and rich happen to be installed. The time is that of the processor, for what else runs on the machine
matters less to it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.measure import Ratio, compare

ROUNDS = 21
TIMED = (
    "import sys, time; sys.modules.update(click=None, rich=None); "
    "start = time.process_time(); {}; print(time.process_time() - start)"
)
BASE = "import httpx"
FACADE = "from comodit_client.api import Client"
NEW_HOST = FACADE + "; Client('https://my.comodit.com/api', 'U', 'P').hosts('O', 'E').new('H')"


def seconds(code: str, compiled: str) -> float:
    """Time a line of Python in a new process.

    Args:
        code: The line.
        compiled: The folder where modules are kept that were compiled.

    Returns:
        Seconds of the processor, without the start of the process.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", TIMED.format(code)]
    return float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


def run() -> list[Ratio]:
    """Measure.

    Returns:
        The outcomes.
    """
    with tempfile.TemporaryDirectory() as compiled:

        def against_httpx(what: str, code: str, bound: float) -> Ratio:
            seconds(code, compiled)  # compiles
            return compare(what, lambda: seconds(code, compiled), lambda: seconds(BASE, compiled), ROUNDS, bound)

        return [
            against_httpx("import the facade / import httpx", FACADE, 1.3),
            against_httpx("import, hosts().new() / import httpx", NEW_HOST, 1.5),
        ]
