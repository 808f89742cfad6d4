"""Measures the cost of starting: the import of the facade, and a script with one request, against bare httpx.

Each sample runs in a process of its own, with compiled modules, and counts CPU time, which other processes disturb
least. httpx also imports its own command line where click and rich are installed. So each comparison is made twice:
with those packages, and with their import disabled, as for a user who installed the client alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.loopback import plain_server, server
from benchmarks.measure import Ratio, compare

ROUNDS = 21
TIMED = "import sys, time\n{}\nstart = time.process_time()\n{}\nprint(time.process_time() - start, file=sys.stderr)"
#: How the command line of httpx is kept out, by the name of the environment.
ENVIRONMENTS = {
    "alone": "sys.modules.update(click=None, rich=None, pygments=None)",
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

    def ratios(self, what: str, ours: str, base: str, bound: float) -> list[Ratio]:
        """Compare two pieces of code in each environment.

        Args:
            what: The name of the comparison.
            ours: Our code.
            base: The code to compare with.
            bound: The highest ratio that is allowed.
        """
        found = []
        for name, setting in ENVIRONMENTS.items():
            self.seconds(setting, ours)  # compiles
            self.seconds(setting, base)
            found.append(
                compare(
                    f"{what}, {name}",
                    lambda setting=setting: self.seconds(setting, ours),  # type: ignore[misc]
                    lambda setting=setting: self.seconds(setting, base),  # type: ignore[misc]
                    ROUNDS,
                    bound,
                )
            )
        return found


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with tempfile.TemporaryDirectory() as compiled, plain_server() as plain, server() as (secure, trusted):
        starts = Starts(compiled)
        return [
            *starts.ratios("import the facade / httpx", FACADE, HTTPX, 0.6),
            *starts.ratios("import, new host / httpx", NEW_HOST, HTTPX, 1.0),
            *starts.ratios("script, http / bare httpx", *_scripts(plain), 1.0),
            *starts.ratios("script, https / bare httpx", *_scripts(secure, trusted), 1.0),
        ]


def _scripts(root: str, trusted: Path | None = None) -> tuple[str, str]:
    if trusted is None:
        return SCRIPT.format(root=root, trust=""), BARE_SCRIPT.format(root=root, load="", trust="")
    context = f", verify=ssl.create_default_context(cafile={str(trusted)!r})"
    ours = SCRIPT.format(root=root, trust=f", verify={str(trusted)!r}")
    return ours, BARE_SCRIPT.format(root=root, load=", ssl", trust=context)
