"""Measures the generation of all operations against stock openapi-python-client, which reads the same document.

Both run as their users run them, with ruff at the end. Each sample is the CPU time of the command and of the commands
that it runs. "The wire layer" is what the stock client has too: operations, objects and types. "Everything" is
`make generate`: also the blocking API, the table of commands, and the pages of the reference.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Ratio, compare

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("schema", "handwritten", "generator.toml", "pyproject.toml")
DOCUMENT = "generated/comodit_client/schema/comodit.yaml"
WIRE_ONLY = 'package = "comodit_client"\noutput = "wire-only"\nbundle = "comodit"\nruff = "pyproject.toml"\n'
ROUNDS = 2


class Generators:
    """Both generators, in a copy of the sources.

    Args:
        home: The folder to copy the sources to.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        for name in SOURCES:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, home / name)
        (home / "wire.toml").write_text(WIRE_ONLY)
        tools = Path(sys.executable).parent
        # The stock generator runs `ruff`, which it looks for on the path.
        self.environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
        self.stock_command = [str(tools / "openapi-python-client"), "generate", "--overwrite"]

    def ours(self, config: str) -> float:
        """Run our generator, and return the seconds of CPU time that it takes."""
        return self.seconds([sys.executable, "-m", "generator", "--config", str(self.home / config)])

    def stock(self) -> float:
        """Run the stock generator, and return the seconds of CPU time that it takes."""
        output = ["--output-path", str(self.home / "stock")]
        return self.seconds([*self.stock_command, "--path", str(ROOT / DOCUMENT), *output])

    def seconds(self, command: list[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=self.home, env=self.environment, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with tempfile.TemporaryDirectory() as home:
        both = Generators(Path(home))
        return [
            compare("generate the wire layer / stock", lambda: both.ours("wire.toml"), both.stock, ROUNDS, 1.0),
            compare("generate everything / stock", lambda: both.ours("generator.toml"), both.stock, ROUNDS, 1.0),
        ]
