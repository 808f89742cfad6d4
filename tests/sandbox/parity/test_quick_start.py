"""The programs of the first pages rest on facts, so that they work in strict mode."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from comodit_client.sandbox import Sandbox
from tests.sandbox.parity.test_catalogue import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("name", ["quickstart.py", "quickstart_async.py"])
def test_the_quick_start_works_in_strict_mode(name: str) -> None:
    with Sandbox(strict=True, provision_time=0.2, change_time=0.1) as sandbox:
        command = [sys.executable, ROOT / "examples" / name]
        done = subprocess.run(
            command, env=os.environ | {"COMODIT_API": sandbox.url}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "Wordpress available at http://" in done.stdout
        assert {one["method"] for one in sandbox.executions()} == {"POST", "DELETE"}
