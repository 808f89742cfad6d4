"""The recorded exchanges, where they lie beside the project: all agree but those where ours is better on purpose."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPLAY = HERE.parents[2] / "shared" / "wire" / "replay.py"
OTHERWISE = HERE / "otherwise.txt"


if REPLAY.exists():  # the recordings are not part of the project

    def test_all_agree_but_where_ours_is_better(tmp_path):
        outcome = tmp_path / "outcome.json"
        command = [sys.executable, str(REPLAY), "--json", str(outcome)]
        subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        differing = sorted(name for name, found in json.loads(outcome.read_text()).items() if found)
        listed = [line for line in OTHERWISE.read_text().splitlines() if not line.startswith("#")]
        assert differing == sorted(listed)
