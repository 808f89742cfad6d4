"""The commands of the page about migration run as shown, in order, on the script that the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.upgrade.guide import GUIDE
from tests.docs.conftest import ROOT, Page

PAGE = Page(ROOT / "docs" / "how-to" / "migrate-a-script.md")
SCRIPT = "deploy.py"
#: These are done before: the package is installed, and a sandbox runs.
DONE = ("pip install", "comodit-sandbox")


@pytest.mark.slow
def test_the_commands_run(tmp_path: Path) -> None:
    shown = [block.text for block in PAGE.blocks if block.text.startswith(f"# {SCRIPT}\n")]
    assert len(shown) == 1
    script = tmp_path / SCRIPT
    script.write_text(shown[0], encoding="utf-8")
    ran: list[str] = []
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        environment = os.environ | {
            "COMODIT_API": sandbox.url, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP",
        }  # fmt: skip
        for block, following in zip(PAGE.blocks, [*PAGE.blocks[1:], None], strict=True):
            command = block.text.removeprefix("$ ").strip()
            if block.language != "console" or command.startswith(DONE):
                continue
            if command == f"python {SCRIPT}":
                script.write_text(decided(script.read_text(encoding="utf-8")), encoding="utf-8")
            done = subprocess.run(
                [sys.executable, *command.removeprefix("python ").split()],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
            ran.append(command)
            if following is not None and following.language == "text":
                pattern = ".*".join(map(re.escape, following.text.split("…")))
                # White space at the end of a line does not show.
                output = re.sub(r" +$", "", done.stdout + done.stderr, flags=re.MULTILINE)
                assert re.fullmatch(pattern, output), output
    assert len(ran) == 4


def decided(text: str) -> str:
    """Return the script with the decision that the page makes."""
    assert "except SystemExit:" in text
    home = "from comodit_client.api.collection import EntityNotFoundException"
    assert any(home in block.text for block in PAGE.blocks)
    return text.replace("import os\n", f"import os\n{home}\n").replace("SystemExit", "EntityNotFoundException")


def test_the_page_links_to_the_guide() -> None:
    assert f"({GUIDE.rpartition('/')[2].replace('.html', '.md')})" in PAGE.text
