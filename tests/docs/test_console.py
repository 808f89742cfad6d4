"""The commands of the pages that use the command line are run in a shell, in order, against a sandbox.

A block of text after commands is what the last of them prints.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.docs.conftest import ROOT, Page

PAGES = (
    "audit-report.md",
    "ci-and-cron.md",
    "command-line.md",
    "command-line-cookbook.md",
    "from-the-old-command-line.md",
    "move-off-comodit.md",
    "plan-and-apply.md",
    "rotate-keys.md",
)
SERVICE = "https://my.comodit.com/api"
#: The command of this checkout.
PROGRAM = '#!/bin/sh\nexec "$PYTHON" -m comodit_client.cli "$@"\n'
#: Lets a server run until the block ends, and waits until it responds.
SERVER = """{command} >server.log 2>&1 &
trap "kill $!" EXIT
until comodit --api http://127.0.0.1:8000/api --user UUU --pass PPP whoami >/dev/null 2>&1; do sleep 0.2; done"""


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        found: int = listener.getsockname()[1]
        return found


@pytest.fixture
def server() -> Iterator[Sandbox]:
    with Sandbox(token="TTT", provision_time=0, change_time=0) as running:
        yield running


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_the_commands_run(name: str, server: Sandbox, tmp_path: Path, port: int) -> None:
    page = Page(ROOT / "docs" / "how-to" / name)
    program = tmp_path / "bin" / "comodit"
    program.parent.mkdir()
    program.write_text(PROGRAM)
    program.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "HOME": str(tmp_path),
        "COMODIT_API": server.url,
        "COMODIT_USERNAME": "UUU",
        "COMODIT_PASSWORD": "PPP",
    }
    blocks = page.blocks
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.language != "console":
            continue
        script = "\n".join(map(_line, block.text.splitlines())).replace(SERVICE, server.url).replace("8000", str(port))
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            env=environment,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, f"{name}:{block.above}: {script}\n{done.stdout}{done.stderr}"
        if following is not None and following.language == "text":
            assert done.stdout == following.text, f"{name}:{block.above}: {script}\n{done.stderr}"


def _line(line: str) -> str:
    command = line.removeprefix("$ ")
    if command.startswith("pip install"):
        return ":"
    return SERVER.format(command=command) if command.startswith("comodit sandbox") else command
