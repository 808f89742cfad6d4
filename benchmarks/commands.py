"""Measures the command: its help, errors and completion against bare Python, and one request against a script.

Each sample is a process of its own, with compiled modules, and its whole CPU time counts, including the start of the
interpreter.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.loopback import plain_server
from benchmarks.measure import Ratio, compare

ROUNDS = 9
#: A command may take so many times the CPU time of an interpreter that starts and ends.
BOUND_OF_START = 7.0
BOUND_OF_REQUEST = 1.15
NOTHING = ["-c", "pass"]
#: What `comodit` runs, as the script that pip installs.
ENTRY = ["-c", "import sys; from comodit_client.cli.__main__ import main; sys.exit(main())"]
#: What is started often: by people who look something up, and by shells.
STARTS: dict[str, list[str]] = {
    "comodit --help": ["--help"],
    "comodit --version": ["--version"],
    "comodit hosts list --help": ["hosts", "list", "--help"],
    "comodit hosts lst (usage error)": ["hosts", "lst"],
}
COMPLETION = {"_COMODIT_COMPLETE": "bash", "_COMODIT_LINE": "comodit hosts li"}
#: httpx loads its own command line where click and rich are installed. The command leaves it out: so does the script.
SCRIPT = """import sys; sys.modules["httpx._main"] = None
from comodit_client.api import Client
with Client.from_config() as client:
    print(client.get_host("Acme", "Production", "web-1"))"""
COMMAND = ["hosts", "show", "Acme", "Production", "web-1"]


class Processes:
    """Measures new processes.

    Args:
        compiled: The folder of compiled modules.
        more: Environment variables.
    """

    def __init__(self, compiled: str, **more: str) -> None:
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": "", **more}

    def seconds(self, arguments: list[str]) -> float:
        """Return the CPU time of a process, in seconds.

        Args:
            arguments: The arguments of the interpreter.
        """
        with subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime

    def compare(self, what: str, ours: list[str], base: list[str], bound: float) -> Ratio:
        """Compare two processes.

        Args:
            what: The name of the comparison.
            ours: The arguments of ours.
            base: The arguments of the base.
            bound: The highest ratio that is allowed.
        """
        self.seconds(ours)  # compiles
        self.seconds(base)
        return compare(what, lambda: self.seconds(ours), lambda: self.seconds(base), ROUNDS, bound)


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with tempfile.TemporaryDirectory() as compiled, plain_server() as root:
        plain = Processes(compiled)
        completing = Processes(compiled, **COMPLETION)
        account = {"COMODIT_API": root, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP"}
        asking = Processes(compiled, **account)
        return [
            *(
                plain.compare(f"{what} / pass", [*ENTRY, *line], NOTHING, BOUND_OF_START)
                for what, line in STARTS.items()
            ),
            completing.compare("completion of a word / pass", ENTRY, NOTHING, BOUND_OF_START),
            asking.compare("comodit hosts show / script", [*ENTRY, *COMMAND], ["-c", SCRIPT], BOUND_OF_REQUEST),
        ]
