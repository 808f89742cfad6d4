"""Logging in at a real terminal."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox

CHILD = "import sys; from comodit_client.cli.__main__ import main; sys.exit(main(['login', '--default']))"


def converse(home: Path, dialogue: list[tuple[str, str]]) -> tuple[int, str]:
    """Run `comodit login`; wait for each prompt, then type what belongs to it.

    Returns:
        The exit status, and everything that the terminal showed.
    """
    pid, terminal = pty.fork()
    if pid == 0:  # the child
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COMODIT_")}
        os.execve(sys.executable, [sys.executable, "-c", CHILD], {**kept, "HOME": str(home)})
    shown = ""
    for prompt, typed in dialogue:
        while prompt not in shown.rpartition("\r\n")[2]:
            shown += os.read(terminal, 1024).decode()
        os.write(terminal, typed.encode())
        shown += "\r\n"
    try:
        while more := os.read(terminal, 1024):
            shown += more.decode()
    except OSError:  # how Linux reports the end of the child's terminal
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown


def test_the_password_is_not_shown(home: Path, comodit_sandbox: Sandbox) -> None:
    status, shown = converse(
        home, [("API URL", f"{comodit_sandbox.url}\n"), ("User name", "UUU\n"), ("Password", "PPP\n")]
    )
    assert status == 0, shown
    assert "UUU" in shown
    assert "PPP" not in shown
    assert "password = PPP\n" in (home / ".comoditrc").read_text()


@pytest.mark.parametrize(("key", "status"), [("\x03", 130), ("\x04", 130)])
def test_giving_up(home: Path, comodit_sandbox: Sandbox, key: str, status: int) -> None:
    dialogue = [("API URL", f"{comodit_sandbox.url}\n"), ("User name", "UUU\n"), ("Password", key)]
    found, shown = converse(home, dialogue)
    assert found == status, shown
    assert "Traceback" not in shown
    assert list(home.iterdir()) == []
