"""The editor and the questions in a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.inputs.conftest import Editor
from tests.cli.terminal import Terminal

Typed = Callable[..., tuple[int, str]]


@pytest.fixture
def terminal(comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Run a command in a terminal, at which a text is typed; return its status and what the terminal shows."""
    for name, value in (("API", comodit_sandbox.url), ("USERNAME", "UUU"), ("PASSWORD", "PPP")):
        monkeypatch.setenv(f"COMODIT_{name}", value)

    def run(*words: str, typed: str = "") -> tuple[int, str]:
        with Terminal(*words) as terminal:
            terminal.send(typed)
            return terminal.wait(), terminal.text

    return run


def test_the_editor_opens(terminal: Typed, cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Editor(tmp_path)
    monkeypatch.setenv("VISUAL", editor.command)
    monkeypatch.setenv("TEST_EDITOR", editor.plan_file)
    editor.plan(["write", "name: [\n"], ["replace", "[", "Prüfung"])
    status, shown = terminal("environments", "add", "OOO")
    assert (status, len(editor.seen)) == (0, 2)
    assert "Prüfung" in shown
    assert {one["name"] for one in cli("environments", "list", "OOO", "--raw").json} == {"Default", "Prüfung"}


@pytest.mark.parametrize(("typed", "status", "left"), [("y\n", 0, 0), ("n\n", 1, 1), ("\n", 1, 1), ("\x04", 130, 1)])
def test_a_question_is_asked(terminal: Typed, cli: Run, typed: str, status: int, left: int) -> None:
    found, shown = terminal("environments", "delete", "OOO", "Default", typed=typed)
    assert "Delete the environment Default of OOO? [y/N]: " in shown
    assert found == status
    assert len(cli("environments", "list", "OOO", "--raw").json) == left
