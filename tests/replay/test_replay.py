"""The recorded exchanges, where they lie beside the project: the library agrees with all of them."""

import json
import subprocess
import sys
from pathlib import Path

REPLAY = Path(__file__).resolve().parents[3] / "shared" / "wire" / "replay.py"


if REPLAY.exists():  # the recordings are not part of the project

    def test_the_library_agrees_with_every_recording(tmp_path):
        outcome = tmp_path / "outcome.json"
        command = [sys.executable, str(REPLAY), "--json", str(outcome)]
        subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        found = json.loads(outcome.read_text())
        assert len(found) > 700
        assert sorted(name for name, differences in found.items() if differences) == []
