"""`make demo`: starts the embedded sandbox, runs the quick start against it, and ends the sandbox again."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run the demo.

    Returns:
        The quick start's exit status.
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
