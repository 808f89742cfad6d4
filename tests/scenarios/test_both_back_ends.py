"""The scenarios with two back ends can be recorded from a server, and are replayed from then on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCENARIOS = Path(__file__).with_name("both")
ROOT = SCENARIOS.parents[2]


def outcome(folder: Path, *arguments: str, **environment: str) -> str:
    command = [sys.executable, "-m", "pytest", folder, "--rootdir", ROOT, "-c", ROOT / "pyproject.toml", *arguments]
    command += ["-n", "0", "-p", "no:cacheprovider", "-p", "tests.conftest", "-k", "defined"]
    done = subprocess.run(
        [*map(str, command)], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_recording_is_replayed_from_then_on(endpoint: str, tmp_path: Path) -> None:
    folder = shutil.copytree(SCENARIOS, tmp_path / "both", ignore=shutil.ignore_patterns("cassettes", "__pycache__"))
    names = "OOO/Default/Demo Platform/Demo Distribution"
    account = {"COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP", "COMODIT_SCENARIO": names}
    assert "2 passed" in outcome(folder), "one for each API, since nothing is recorded yet"
    outcome(folder, f"--comodit-record={endpoint}", **account)
    recorded = sorted(file.name for file in (folder / "cassettes").iterdir())
    assert len(recorded) == 3, recorded
    assert "4 passed" in outcome(folder)
