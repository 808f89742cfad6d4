"""Waits, on terminals of all kinds and without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.clock import ManualClock
from tests.cli.scenarios.conftest import User
from tests.cli.waits.conftest import provision_again
from tests.progress.conftest import HIDE, SHOW

# Each test starts commands in processes of their own, for most of a second.
pytestmark = pytest.mark.slow

WAIT = ("wait", "hosts", "OOO", "Default")
LIST = "GET /api/organizations/OOO/environments/Default/hosts/"
Fleet = Callable[[int], User]


@pytest.fixture
def fleet(waiting: User) -> Fleet:
    """Make hosts, of which one is never READY."""

    def make(count: int) -> User:
        waiting.sandbox.make_hosts(count, prefix="web-", provisioned=True)
        provision_again(waiting.sandbox, "web-00001")
        return waiting

    return make


def test_ctrl_c_in_a_wait_gives_the_terminal_back(fleet: Fleet) -> None:
    with fleet(3).terminal(*WAIT) as terminal:
        terminal.expect("1 PROVISIONING, 2 READY")
        terminal.interrupt()
        assert terminal.wait() == 130
        assert terminal.is_restored
    assert terminal.raw.rindex(SHOW) > terminal.raw.rindex(HIDE)
    assert terminal.text.endswith("Interrupted.\n")


def test_provision_with_a_live_table_until_the_host_is_ready(waiting: User) -> None:
    waiting.host("web")
    with waiting.terminal("hosts", "provision", "OOO", "Default", "web", "--wait") as terminal:
        terminal.expect("PROVISIONING")
        waiting.sandbox.advance(60)
        terminal.expect("READY")
        assert terminal.wait() == 0, terminal.text
    assert HIDE in terminal.raw
    assert waiting.done("comodit hosts show OOO Default web --query state -o name") == "READY\n"


def test_a_failed_task_ends_the_wait_and_every_later_one(waiting: User) -> None:
    waiting.sandbox.make_hosts(2, prefix="web-", provisioned=True)
    waiting.sandbox.fail("task", task="*httpd*", error="no such package")
    words = "hosts applications install OOO Default web-00000 Wordpress --wait --setting wp_admin_password=x"
    with waiting.terminal(*words.split()) as terminal:
        terminal.expect("package httpd")
        waiting.sandbox.advance(60)
        assert terminal.wait() == 7, terminal.text
    assert "no such package" in terminal.text
    later = waiting.shell("comodit wait hosts OOO Default")
    assert (later.status, "web-00000" in later.err, "web-00001" in later.err) == (7, True, False)
    assert "no such package" in waiting.done("comodit diagnose OOO Default web-00000")


def test_the_timeout_has_its_own_status(fleet: Fleet) -> None:
    result = fleet(2).shell("comodit wait hosts OOO Default --timeout 0.5s")
    assert (result.status, result.out) == (6, "")
    assert "web-00001" in result.err
    assert "web-00000" not in result.err


def test_ten_thousand_hosts_are_one_request_per_poll(fleet: Fleet) -> None:
    user = fleet(10_000)
    with user.terminal(*WAIT, "-o", "name", size=(12, 80)) as terminal:
        terminal.expect("1 PROVISIONING, 9999 READY")
        user.sandbox.advance(60)
        assert terminal.wait() == 0
    assert terminal.text.count("\nweb-0") == 10_000
    polls = user.requests()
    assert polls.keys() == {LIST}
    assert polls[LIST] < 10


def test_without_a_terminal_progress_is_only_shown_on_request(fleet: Fleet) -> None:
    user = fleet(2)
    silent = user.shell("comodit wait hosts OOO Default --timeout 0.3")
    assert len(silent.err.splitlines()) == 1
    lines = user.shell("comodit wait hosts OOO Default --timeout 0.3 --progress")
    assert "web-00001: PROVISIONING" in lines.err
    assert "\x1b" not in lines.err


@pytest.mark.parametrize("size", [(40, 40), (0, 0), (3, 20)])
def test_terminals_of_unusual_sizes(fleet: Fleet, size: tuple[int, int]) -> None:
    user = fleet(5)
    with user.terminal(*WAIT, size=size) as terminal:
        terminal.expect("PROVISIONING")
        user.sandbox.advance(60)
        assert terminal.wait() == 0, terminal.text
    assert terminal.raw.rindex(SHOW) > terminal.raw.rindex(HIDE)


def test_a_dumb_terminal_gets_lines_without_control_sequences(fleet: Fleet) -> None:
    user = fleet(2)
    with user.terminal(*WAIT, TERM="dumb") as terminal:
        terminal.expect("web-00001: PROVISIONING")
        user.sandbox.advance(60)
        assert terminal.wait() == 0
    assert "\x1b" not in terminal.raw


def test_the_server_goes_away_in_the_middle_of_a_wait(tmp_path: Path) -> None:
    with Sandbox(clock=ManualClock()) as sandbox:
        sandbox.make_hosts(2, prefix="web-", provisioned=True)
        provision_again(sandbox, "web-00001")
        terminal = User(tmp_path, sandbox).terminal(*WAIT)
        terminal.expect("PROVISIONING")
    with terminal:
        assert terminal.wait() == 1, terminal.text
    assert "Connection refused" in terminal.text.splitlines()[-1]
    assert terminal.raw.rindex(SHOW) > terminal.raw.rindex(HIDE)


def test_a_script_starts_many_and_waits_for_all(user: User) -> None:
    script = """set -e
    for name in a b c; do
        comodit -q hosts add OOO Default --set name=$name --set 'platform=Demo Platform' \
            --set 'distribution=Demo Distribution' -o name
    done | xargs -I{} comodit -q hosts provision OOO Default {} -o name >/dev/null
    comodit wait hosts OOO Default --timeout 1m -o name"""
    assert user.done(script) == "a\nb\nc\n"
