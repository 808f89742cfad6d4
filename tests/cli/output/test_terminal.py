"""Colors of states: on a terminal only, and as the environment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from comodit_client.api import Client
from comodit_client.cli.output import colors
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.output.conftest import Show
from tests.cli.terminal import Terminal

HOSTS = [{"name": "READY", "state": "READY"}, {"name": "b", "state": "ERROR"}, {"name": "c", "state": "UPDATING"}]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_no_color_in_a_pipe(show: Show) -> None:
    assert "\x1b" not in show(HOSTS).out


def test_states_are_colored_and_aligned(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    lines = show([{**host, "more": "x"} for host in HOSTS]).out.splitlines()
    assert lines[1:] == [
        "b      \x1b[31mERROR\x1b[0m     x",
        "c      \x1b[33mUPDATING\x1b[0m  x",
        "READY  \x1b[32mREADY\x1b[0m     x",
    ]
    assert show(HOSTS[0]).out == "name:   READY\nstate:  \x1b[32mREADY\x1b[0m\n"


def test_other_states() -> None:
    assert colors.paint("2 OK, 1 ERROR", "status") == "2 \x1b[32mOK\x1b[0m, 1 \x1b[31mERROR\x1b[0m"
    assert colors.paint("RUNNING", "state") != colors.paint("RUNNING", "status")
    assert colors.paint("NEW", "state") == "NEW"


@pytest.mark.parametrize("style", ["json", "yaml", "csv", "name"])
def test_formats_for_programs_have_no_color(show: Show, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert "\x1b" not in show(HOSTS, output=style).out


@pytest.mark.parametrize(
    ("variables", "terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_the_environment_decides(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], terminal: bool, wanted: bool
) -> None:
    monkeypatch.setattr(colors, "is_terminal", lambda: terminal)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert colors.use_colors() is wanted


def test_a_terminal(cli: Run, comodit_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = '{"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution", "description": "%s"}'
    assert cli("hosts", "add", "OOO", "Default", "-j", body % ("x" * 300)).status == 0
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        client.get_host("OOO", "Default", "web").provision()
    monkeypatch.setenv("HOME", str(tmp_path))
    with Terminal("hosts", "list", "OOO", "Default", size=(40, 80)) as terminal:
        assert terminal.wait() == 0
    assert "\x1b[3" in terminal.raw
    assert "x…" in terminal.text
    assert "x" * 60 not in terminal.text
