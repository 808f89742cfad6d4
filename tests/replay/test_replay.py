"""The recorded exchanges, where they lie beside the project: all agree but those that are listed as still to come."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPLAY = HERE.parents[2] / "shared" / "wire" / "replay.py"
TO_COME = HERE / "to_come.txt"


if REPLAY.exists():  # the recordings are not part of the project

    def test_all_agree_but_those_to_come(tmp_path):
        outcome = tmp_path / "outcome.json"
        command = [sys.executable, str(REPLAY), "--json", str(outcome)]
        subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        differing = sorted(name for name, found in json.loads(outcome.read_text()).items() if found)
        assert differing == TO_COME.read_text().split()
