"""The test on the page about recording runs as the page says: recorded once, then offline."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.docs.conftest import DOCS, Page

PAGE = Page(DOCS / "how-to" / "record-and-replay.md")
CREDENTIALS = {"COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP"}


def run(folder: Path, *options: str, **variables: str) -> None:
    """Run the test of the page with the plugin of the library only."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment |= {"PYTHONPATH": os.environ.get("PYTHONPATH", "")} | variables
    command = [sys.executable, "-m", "pytest", "-q", "-p", "comodit_cassettes", "test_hosts.py", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_the_test_of_the_page_is_recorded_and_replayed(tmp_path: Path) -> None:
    example = next(block.text for block in PAGE.blocks if block.language == "python")
    (tmp_path / "test_hosts.py").write_text(example, encoding="utf-8")
    with Sandbox(provision_time=0.2) as sandbox:
        run(tmp_path, f"--comodit-record={sandbox.url}", **CREDENTIALS)
    (cassette,) = tmp_path.glob("cassettes/*")
    text = cassette.read_text(encoding="utf-8")

    run(tmp_path)

    assert f"`cassettes/{cassette.name}`" in PAGE.text
    assert "http://comodit.invalid/api/" in text
    assert ("PPP" in text, "authorization" in text.lower()) == (False, False)
