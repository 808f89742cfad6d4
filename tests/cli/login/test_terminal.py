"""Logging in at a real terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.terminal import Terminal

CTRL_C = "\x03"


def converse(home: Path, dialogue: list[tuple[str, str]]) -> tuple[int, str]:
    """Run `comodit login`; wait for each prompt, then type what belongs to it.

    Returns:
        The exit status, and everything that the terminal showed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMODIT_")}
    with Terminal("login", "--default", environment={**kept, "HOME": str(home)}) as terminal:
        for prompt, typed in dialogue:
            terminal.expect(prompt)
            terminal.interrupt() if typed == CTRL_C else terminal.send(typed)
        return terminal.wait(), terminal.text


def test_the_password_is_not_shown(home: Path, comodit_sandbox: Sandbox) -> None:
    status, shown = converse(
        home, [("API URL", f"{comodit_sandbox.url}\n"), ("User name", "UUU\n"), ("Password", "PPP\n")]
    )
    assert status == 0, shown
    assert "UUU" in shown
    assert "PPP" not in shown
    assert "password = PPP\n" in (home / ".comoditrc").read_text()


@pytest.mark.parametrize(("key", "status"), [(CTRL_C, 130), ("\x04", 130)])
def test_giving_up(home: Path, comodit_sandbox: Sandbox, key: str, status: int) -> None:
    dialogue = [("API URL", f"{comodit_sandbox.url}\n"), ("User name", "UUU\n"), ("Password", key)]
    found, shown = converse(home, dialogue)
    assert found == status, shown
    assert "Traceback" not in shown
    assert list(home.iterdir()) == []
