"""The live table on a real terminal, and Ctrl-C in a wait."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.terminal import Terminal
from tests.cli.waits.conftest import credentials, provision_again
from tests.progress.conftest import HIDE, SHOW

HOSTS = ("wait", "hosts", "OOO", "Default")


@dataclass
class Ended:
    """A command that ended on a terminal. Standard output was a pipe."""

    status: int
    out: str
    screen: str
    #: Whether the terminal has the modes that it had before.
    same_modes: bool


def on_terminal(
    sandbox: Sandbox, *words: str, until: str = "", then: Callable[[Terminal], object] = repr, **env: str
) -> Ended:
    """Run a command on a terminal; when the screen shows a text, do something."""
    environment = {**os.environ, **credentials(sandbox), "TERM": "xterm", **env}
    with Terminal(*words, environment=environment, stdout=subprocess.PIPE, size=(12, 80)) as terminal:
        if until:
            terminal.expect(until)
            then(terminal)
        return Ended(terminal.wait(), terminal.output(), terminal.raw, terminal.is_restored)


def test_a_table_of_many_hosts(stopped: Sandbox) -> None:
    stopped.make_hosts(100, prefix="node-", provisioned=True)
    provision_again(stopped, "web-00001")
    ended = on_terminal(stopped, *HOSTS, "-o", "name", until="1 PROVISIONING", then=lambda _: stopped.advance(60))
    assert (ended.status, len(ended.out.splitlines())) == (0, 102)
    assert "1 PROVISIONING, 101 READY" in ended.screen
    assert "102 READY" in ended.screen
    assert "more" in ended.screen
    assert (ended.screen.count(HIDE), ended.screen.count(SHOW)) == (1, 1)
    assert ended.screen.endswith(SHOW)


def test_hosts_of_an_orchestration(stopped: Sandbox) -> None:
    ended = on_terminal(
        stopped,
        "organizations",
        "orchestrations",
        "actions",
        "run",
        "OOO",
        "Rolling",
        "--wait",
        until="RUNNING",
        then=lambda _: stopped.advance(60),
    )
    assert ended.status == 0
    assert "OOO/Default/web-00000" in ended.screen
    assert "FINISHED" in ended.screen


def test_ctrl_c_ends_a_wait_and_gives_the_terminal_back(stopped: Sandbox) -> None:
    provision_again(stopped, "web-00001")
    ended = on_terminal(stopped, *HOSTS, until="PROVISIONING", then=Terminal.interrupt)
    assert (ended.status, ended.out) == (130, "")
    assert ended.screen.rindex(SHOW) > ended.screen.rindex(HIDE)
    assert "interrupted" in ended.screen
    assert ended.screen.endswith("Interrupted.\r\n")
    assert ended.same_modes


def test_ctrl_c_leaves_the_id_of_what_was_started(stopped: Sandbox) -> None:
    ended = on_terminal(
        stopped,
        *("organizations", "orchestrations", "actions", "run", "OOO", "Rolling", "--wait", "-o", "name"),
        until="RUNNING",
        then=Terminal.interrupt,
    )
    assert ended.status == 130
    assert len(ended.out.split()) == 1


@pytest.mark.parametrize(
    ("env", "hidden", "colored"),
    [({"TERM": "dumb"}, False, False), ({"NO_COLOR": "1"}, True, False), ({}, True, True)],
)
def test_the_environment_is_obeyed(stopped: Sandbox, env: dict[str, str], hidden: bool, colored: bool) -> None:
    provision_again(stopped, "web-00001")
    ended = on_terminal(
        stopped, *HOSTS, until="PROVISIONING", then=lambda _: stopped.advance(60), **({"NO_COLOR": ""} | env)
    )
    assert (HIDE in ended.screen, "\x1b[32m" in ended.screen) == (hidden, colored)
    assert "PROVISIONING" in ended.screen


def test_quiet_shows_nothing(stopped: Sandbox) -> None:
    provision_again(stopped, "web-00001")
    assert on_terminal(stopped, *HOSTS, "-q", "--timeout", "1").screen.startswith("comodit: Timed out")
