"""Run the quick start against an embedded sandbox: the program behind `make demo`."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Start the sandbox, run the quick start against it, and stop the sandbox.

    Returns:
        The exit status of the quick start.
    """
    sandbox = subprocess.Popen(
        [sys.executable, "-m", "comodit_client.sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert sandbox.stdout is not None
        line = sandbox.stdout.readline()
        print(line, end="", flush=True)
        endpoint = f"http://127.0.0.1:{line.split()[-1]}/api"
        return subprocess.call([sys.executable, HERE / "quickstart.py"], env=os.environ | {"COMODIT_API": endpoint})
    finally:
        sandbox.terminate()
        sandbox.wait(10)


if __name__ == "__main__":
    sys.exit(main())
