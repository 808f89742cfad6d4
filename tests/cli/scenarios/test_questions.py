"""What the command asks, at a terminal and without one."""

from __future__ import annotations

import stat
import time
from base64 import b32encode

import pytest

from comodit_client.sandbox.state.one_time_codes import one_time_code
from tests.cli.scenarios.conftest import User

# Each test starts commands in processes of their own, for most of a second.
pytestmark = pytest.mark.slow

KEY = b32encode(b"12345678901234567890").decode()
DELETE = ("environments", "delete", "OOO", "Default")


def code_now() -> str:
    return one_time_code(KEY, int(time.time() // 30))


def environments(user: User) -> list[str]:
    return user.done("comodit environments list OOO -o name").split()


def test_log_in_at_a_terminal_then_work_with_the_stored_profile(user: User) -> None:
    api = user.credentials.pop("COMODIT_API")
    user.credentials.clear()
    assert user.shell("comodit organizations list").status == 4
    with user.terminal("login") as terminal:
        terminal.expect("API URL")
        terminal.send("no url at all\n")
        terminal.expect("API URL")
        terminal.send(f"{api}\n")
        terminal.expect("User name")
        terminal.send("UUU\n")
        terminal.expect("Password: ")
        terminal.send("PPP\n")
        assert terminal.wait() == 0
    assert "PPP" not in terminal.text
    assert stat.S_IMODE((user.home / ".comoditrc").stat().st_mode) == 0o600
    assert user.done("comodit organizations list -o name") == "OOO\n"
    assert user.done("comodit whoami --query username -o name") == "UUU\n"


def test_log_in_with_a_second_factor_then_never_be_asked_again(user: User) -> None:
    user.sandbox.add_user("ann", "p", mfa_secret=KEY)
    api = user.credentials["COMODIT_API"]
    user.credentials.clear()
    with user.terminal("login", "--api", api, "--user", "ann") as terminal:
        terminal.expect("Password: ")
        terminal.send("p\n")
        terminal.expect("One-time code")
        terminal.send("000000\n")
        terminal.expect("not accepted")
        terminal.send(f"{code_now()}\n")
        assert terminal.wait() == 0, terminal.text
    assert user.done("comodit whoami --query username -o name") == "ann\n"


def test_any_command_asks_for_the_code_and_keeps_the_login(user: User) -> None:
    user.sandbox.add_user("ann", "p", mfa_secret=KEY)
    user.credentials |= {"COMODIT_USERNAME": "ann", "COMODIT_PASSWORD": "p"}
    refused = user.shell("comodit flavors list")
    assert (refused.status, "--mfa CODE" in refused.err) == (4, True)
    with user.terminal("flavors", "list", "-o", "name") as terminal:
        terminal.expect("One-time code")
        terminal.send(f"{code_now()}\n")
        assert terminal.wait() == 0, terminal.text
    assert user.done("comodit flavors list -o name")


def test_a_code_as_an_option_is_enough_once(user: User) -> None:
    user.sandbox.add_user("ann", "p", mfa_secret=KEY)
    user.credentials |= {"COMODIT_USERNAME": "ann", "COMODIT_PASSWORD": "p"}
    script = "set -e; comodit --mfa $1 flavors list -o name >first; comodit flavors list -o name | diff first -"
    assert user.done(script, code_now()) == ""


def test_no_then_yes(user: User) -> None:
    for typed, status, left in (("n\n", 1, ["Default"]), ("maybe\ny\n", 0, [])):
        with user.terminal(*DELETE) as terminal:
            terminal.expect("Delete the environment Default of OOO? [y/N]: ")
            terminal.send(typed)
            assert terminal.wait() == status, terminal.text
        assert environments(user) == left


def test_ctrl_c_at_a_question_changes_nothing(user: User) -> None:
    with user.terminal(*DELETE) as terminal:
        terminal.expect("[y/N]: ")
        terminal.interrupt()
        assert terminal.wait() == 130
        assert terminal.is_restored
    assert "Interrupted." in terminal.text
    assert environments(user) == ["Default"]


def test_ctrl_c_at_the_password_gives_the_echo_back(user: User) -> None:
    user.credentials.pop("COMODIT_PASSWORD")
    with user.terminal("login") as terminal:
        terminal.expect("Password: ")
        assert not terminal.is_restored
        terminal.interrupt()
        assert terminal.wait() == 130
        assert terminal.is_restored
    assert not (user.home / ".comoditrc").exists()


@pytest.mark.parametrize("line", ["environments delete OOO Default", "hosts changes delete-all OOO Default web"])
def test_without_a_terminal_a_question_is_a_usage_error(user: User, line: str) -> None:
    user.host("web")
    before = user.requests()
    result = user.shell(f"comodit {line}")
    assert (result.status, result.out) == (2, "")
    assert "standard input is not a terminal" in result.err
    assert "--yes" in result.err
    assert not any(one.startswith("DELETE") for one in user.requests().keys() - before.keys())


def test_answers_from_a_pipe_are_not_answers(user: User) -> None:
    result = user.shell("yes | comodit environments delete OOO Default")
    assert result.status == 2
    assert environments(user) == ["Default"]
