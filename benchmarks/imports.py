"""Measures the cost of starting: the import of the facade, and a script with one request, against bare httpx.

Each sample runs in a process of its own, with compiled modules, and counts CPU time, which other processes disturb
least: that of an import, or that of a whole script, with the start and the end of its process. httpx also imports its
own command line where click and rich are installed. So each comparison is made twice: with those packages, and with
their import disabled, as for a user who installed the client alone.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from benchmarks.loopback import plain_server, server
from benchmarks.measure import Ratio, compare

ROUNDS = 21
TIMED = "import sys, time\n{}\nstart = time.process_time()\n{}\nprint(time.process_time() - start, file=sys.stderr)"
#: How the command line of httpx is kept out, by the name of the environment.
ENVIRONMENTS = {
    "alone": "import sys; sys.modules.update(click=None, rich=None, pygments=None)",
    "with click, rich": "import importlib.util as u; assert all(map(u.find_spec, ('click', 'rich', 'pygments')))",
}
HTTPX = "import httpx"
FACADE = "from comodit_client.api import Client"
NEW_HOST = FACADE + "\nClient('https://my.comodit.com/api', 'U', 'P').hosts('O', 'E').new('H')"
SCRIPT = """from comodit_client.api import Client
with Client({root!r}, "UUU", "PPP"{trust}) as client:
    print(client.get_host("Acme", "Production", "web-1").name)"""
BARE_SCRIPT = """import httpx{load}
with httpx.Client(auth=("UUU", "PPP"){trust}) as client:
    print(client.get({root!r} + "/organizations/Acme/environments/Production/hosts/web-1").json()["name"])"""
URLLIB_SCRIPT = """import base64, json, urllib.request{load}
url = {root!r} + "/organizations/Acme/environments/Production/hosts/web-1"
login = {{"Authorization": "Basic " + base64.b64encode(b"UUU:PPP").decode()}}
with urllib.request.urlopen(urllib.request.Request(url, headers=login){trust}) as response:
    print(json.load(response)["name"])"""


class Starts:
    """Times code in new processes.

    Args:
        compiled: The folder of compiled modules.
    """

    def __init__(self, compiled: str) -> None:
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}

    def seconds(self, setting: str, code: str) -> float:
        """Time some code in a new process.

        Args:
            setting: Code that runs before and is not timed.
            code: The code.

        Returns:
            Seconds of CPU time, without the start of the process.
        """
        command = [sys.executable, "-c", TIMED.format(setting, code)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True)
        return float(done.stderr)

    def whole(self, setting: str, code: str) -> float:
        """Time a new process that runs some code.

        Args:
            setting: Code that runs before.
            code: The code.

        Returns:
            Seconds of CPU time, with the start and the end of the process.
        """
        command = [sys.executable, "-c", f"{setting}\n{code}"]
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return usage.ru_utime + usage.ru_stime


Measure: TypeAlias = Callable[[str, str], float]


def ratios(measure: Measure, what: str, ours: str, base: str, bound: float) -> list[Ratio]:
    """Compare two pieces of code in each environment.

    Args:
        measure: Times code in an environment.
        what: The name of the comparison.
        ours: Our code.
        base: The code to compare with.
        bound: The highest ratio that is allowed.
    """
    return [ratio(measure, name, what, ours, base, bound) for name in ENVIRONMENTS]


def ratio(measure: Measure, name: str, what: str, ours: str, base: str, bound: float) -> Ratio:
    """Compare two pieces of code in one environment.

    Args:
        measure: Times code in an environment.
        name: The name of the environment.
        what: The name of the comparison.
        ours: Our code.
        base: The code to compare with.
        bound: The highest ratio that is allowed.
    """
    setting = ENVIRONMENTS[name]
    measure(setting, ours)  # compiles
    measure(setting, base)
    return compare(f"{what}, {name}", lambda: measure(setting, ours), lambda: measure(setting, base), ROUNDS, bound)


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with tempfile.TemporaryDirectory() as compiled, plain_server() as plain, server() as (secure, trusted):
        starts = Starts(compiled)
        http, https = _scripts(plain), _scripts(secure, trusted)
        return [
            *ratios(starts.seconds, "import the facade / httpx", FACADE, HTTPX, 0.6),
            *ratios(starts.seconds, "import, new host / httpx", NEW_HOST, HTTPX, 1.0),
            *ratios(starts.whole, "script, http / bare httpx", http[0], http[1], 1.0),
            *ratios(starts.whole, "script, https / bare httpx", https[0], https[1], 1.0),
            # For information: urllib keeps no connection and retries nothing.
            ratio(starts.whole, "alone", "script, http / urllib", http[0], http[2], math.inf),
            ratio(starts.whole, "alone", "script, https / urllib", https[0], https[2], math.inf),
        ]


def _scripts(root: str, trusted: Path | None = None) -> tuple[str, str, str]:
    """Return the same script with our client, with httpx and with urllib."""
    if trusted is None:
        ours, bare, urllib = (
            script.format(root=root, load="", trust="") for script in (SCRIPT, BARE_SCRIPT, URLLIB_SCRIPT)
        )
        return ours, bare, urllib
    context = f"=ssl.create_default_context(cafile={str(trusted)!r})"
    return (
        SCRIPT.format(root=root, trust=f", verify={str(trusted)!r}"),
        BARE_SCRIPT.format(root=root, load=", ssl", trust=f", verify{context}"),
        URLLIB_SCRIPT.format(root=root, load=", ssl", trust=f", context{context}"),
    )
