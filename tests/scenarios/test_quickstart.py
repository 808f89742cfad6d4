"""The README's script, as it stands, against a live sandbox."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("script", ["quickstart.py", "quickstart_async.py"])
def test_the_script_runs_live(endpoint, script):
    done = subprocess.run(
        [sys.executable, EXAMPLES / script],
        env={**os.environ, "COMODIT_API": endpoint},
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("Wordpress available at http://")]
    assert len(line) > len("Wordpress available at http:///")
    assert done.stderr == ""
