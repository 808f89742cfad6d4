"""`make demo`: its steps, its exit status, and that nothing is left running."""

import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).resolve().parents[2] / "examples" / "demo.py"


def test_the_demo_tells_its_steps_and_leaves_nothing_running():
    done = subprocess.run([sys.executable, DEMO], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert sum(" s] " in line for line in lines) == 7
    assert any(line.startswith("Wordpress available at http://") and line.endswith("/") for line in lines)
    port = lines[0].split()[-1]
    probe = f"import socket; socket.create_connection(('127.0.0.1', {port}), 1)"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, check=False).returncode != 0
