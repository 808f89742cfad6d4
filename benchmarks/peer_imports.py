"""Measures the import of other libraries beside ours, for information: each against `import httpx`.

What people import to use a library counts. Each sample is a process of its own, with compiled modules, whose start does
not count.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile

from benchmarks.measure import Ratio, compare
from benchmarks.stock import PACKAGE, stock_client

ROUNDS = 7
#: httpx loads its own command line where click and rich are installed: not here.
TIMED = """import sys, time
sys.modules.update(click=None, rich=None, pygments=None)
start = time.process_time()
{}
print(time.process_time() - start)"""
BASE = "import httpx"
IMPORTS = {
    "openapi-python-client": f"from {PACKAGE}.client import Client; from {PACKAGE}.api.hosts import hosts_get",
    "hcloud": "import hcloud",
    "python-gitlab": "import gitlab",
    "urllib3": "import urllib3",
    "aiohttp": "import aiohttp",
}


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with tempfile.TemporaryDirectory() as compiled:
        path = os.pathsep.join([str(stock_client()), os.environ.get("PYTHONPATH", "")])
        environment = {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": path}
        return [_compared(f"{name}: import / httpx", code, os.environ | environment) for name, code in IMPORTS.items()]


def _compared(what: str, code: str, environment: dict[str, str]) -> Ratio:
    def seconds(code: str) -> float:
        command = [sys.executable, "-c", TIMED.format(code)]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        return float(done.stdout)

    seconds(code)  # compiles
    seconds(BASE)
    return compare(what, lambda: seconds(code), lambda: seconds(BASE), ROUNDS, math.inf)
