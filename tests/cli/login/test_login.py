"""Logging in: checked with the server, stored as a profile that only its owner can read; or nothing is stored."""

from __future__ import annotations

import os
import sys
from base64 import b32encode
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.one_time_codes import one_time_code
from tests.cli.conftest import Run
from tests.cli.login.conftest import Ask

SECRET = b32encode(b"12345678901234567890").decode()


def profile(home: Path) -> str:
    return (home / ".comoditrc").read_text()


def test_options_alone(log_in: Run, run: Run, home: Path, comodit_sandbox: Sandbox) -> None:
    result = log_in("--pass", "PPP")
    assert (result.status, result.out) == (0, "")
    assert f"Logged in to {comodit_sandbox.url} as UUU. Stored profile 'default'" in result.err
    assert profile(home) == (
        "[client]\ndefault_profile = default\n\n"
        f"[default]\napi = {comodit_sandbox.url}\nusername = UUU\npassword = PPP\n"
    )
    assert run("environments", "list", "OOO", "-o", "name").out == "Default\n"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o277])
def test_only_the_owner_can_ever_read_the_file(
    log_in: Run, home: Path, mask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    write = os.fdopen

    def spy(descriptor: int, *more: str, **named: str) -> object:
        modes.append(os.fstat(descriptor).st_mode & 0o777)
        return write(descriptor, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "fdopen", spy)
    before = os.umask(mask)
    try:
        assert log_in("--pass", "PPP").status == 0
    finally:
        os.umask(before)
    assert modes == [0o600 & ~mask]
    assert (home / ".comoditrc").stat().st_mode & 0o777 == 0o600 & ~mask
    assert sorted(path.name for path in home.iterdir()) == [".comoditrc", ".comoditrc.lock"]


@pytest.mark.parametrize("words", [["--pass", "wrong"], ["--user", "nobody", "--pass", "PPP"], ["--token", "wrong"]])
def test_nothing_is_stored_when_the_server_says_no(log_in: Run, home: Path, words: list[str]) -> None:
    result = log_in(*words)
    assert (result.status, result.out) == (4, "")
    assert list(home.iterdir()) == []


def test_nothing_is_stored_when_the_server_is_gone(run: Run, home: Path) -> None:
    result = run("login", "--api", "http://127.0.0.1:9/api", "--user", "u", "--pass", "p")
    assert (result.status, list(home.iterdir())) == (1, [])
    assert "127.0.0.1:9" in result.err


def test_the_password_comes_from_standard_input(log_in: Run, home: Path) -> None:
    assert log_in("--pass", "-", stdin="PPP\r\nmore\n").status == 0
    assert "password = PPP\n" in profile(home)


@pytest.mark.parametrize("words", [[], ["--pass", "-"], ["--token", "-"]])
def test_nobody_can_be_asked(log_in: Run, home: Path, words: list[str]) -> None:
    result = log_in(*words)
    assert (result.status, result.out) == (2, "")
    assert "standard input" in result.err
    assert list(home.iterdir()) == []


def test_standard_input_is_closed(log_in: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from comodit_client.cli.__main__ import main

    monkeypatch.setattr(sys, "stdin", None)
    assert main(["login", "--api", "http://h/api", "--user", "u"]) == 2
    assert main(["login", "--api", "http://h/api", "--user", "u", "--pass", "-"]) == 2
    assert main(["login"]) == 2
    assert list(home.iterdir()) == []


def test_a_terminal_asks_for_all(ask: Ask, home: Path, comodit_sandbox: Sandbox) -> None:
    result, prompts = ask("login", "work", answers=("nonsense", comodit_sandbox.url, "UUU", "PPP"))
    assert result.status == 0
    assert prompts == [
        "API URL [https://my.comodit.com/api]: ",
        "API URL [https://my.comodit.com/api]: ",
        "User name (empty for an application key): ",
        "(hidden) Password: ",
    ]
    assert "[work]" in profile(home)
    assert "PPP" not in result.out + result.err


def test_an_application_key(ask: Ask, run: Run, home: Path) -> None:
    with Sandbox(token="TTT") as sandbox:
        sandbox.start()
        result, prompts = ask("login", answers=(sandbox.url, "", "wrong"))
        assert (result.status, prompts[-1], list(home.iterdir())) == (4, "(hidden) Token of the application key: ", [])
        assert ask("login", answers=(sandbox.url, "", "TTT"))[0].status == 0
        assert "token = TTT" in profile(home)
        assert "username" not in profile(home)
        found = run("whoami", "-o", "json")
        assert found.json == {
            "username": None,
            "api": sandbox.url,
            "profile": "default",
            "authentication": "application key",
        }
        assert "application key" in found.err


@pytest.fixture
def guarded() -> Sandbox:
    with Sandbox(mfa_secret=SECRET) as sandbox:
        sandbox.start()
        yield sandbox


def code(sandbox: Sandbox) -> str:
    return one_time_code(SECRET, int(sandbox._control.world.now() // 30))


def test_a_second_factor_is_asked_for_once(ask: Ask, run: Run, home: Path, guarded: Sandbox) -> None:
    result, prompts = ask("login", answers=(guarded.url, "UUU", "PPP", "000000", code(guarded)))
    assert result.status == 0, result.err
    assert prompts[3:] == [
        "One-time code (empty if the account has none): ",
        "The code was not accepted. Next one-time code: ",
    ]
    assert (home / ".comodit.jwt").stat().st_mode & 0o777 == 0o600
    assert run("environments", "list", "OOO", "-o", "name").out == "Default\n"


def test_a_second_factor_by_option(run: Run, home: Path, guarded: Sandbox) -> None:
    words = ("login", "--api", guarded.url, "--user", "UUU", "--pass", "PPP")
    assert (run(*words).status, list(home.iterdir())) == (4, [])
    assert (run(*words, "--mfa", "000000").status, list(home.iterdir())) == (4, [])
    assert run(*words, "--mfa", code(guarded)).status == 0
    assert run("whoami", "-o", "json").json["username"] == "UUU"
    # The login that is kept does not replace the check of the password.
    wrong = run(*words[:-1], "wrong", "--mfa", code(guarded))
    assert wrong.status == 4
    assert "password = PPP" in profile(home)


def test_a_wrong_password_is_not_taken_for_a_missing_code(ask: Ask, home: Path, comodit_sandbox: Sandbox) -> None:
    result, _ = ask("login", answers=(comodit_sandbox.url, "UUU", "wrong", ""))
    assert (result.status, list(home.iterdir())) == (4, [])
    assert "401" in result.err


BLANKS = " " * 3
OLD = f"""\
# my servers
[client]
default_profile = home{BLANKS}
unknown = kept

; the one at home
[home]
api = https://home/api
username = me
password = p=:;#
vnc_viewer_call = vinagre %h:%p
note = first
  second
"""


def test_an_existing_file_keeps_everything_else(log_in: Run, home: Path) -> None:
    (home / ".comoditrc").write_text(OLD)
    (home / ".comoditrc").chmod(0o644)
    result = log_in("work", "--pass", "PPP")
    assert "Other users of this machine could read" in result.err
    assert (home / ".comoditrc").stat().st_mode & 0o777 == 0o600
    assert profile(home).startswith(f"{OLD}\n[work]\n")
    assert log_in("work", "--pass", "PPP", "--default").status == 0
    assert profile(home).startswith(OLD.replace(f"home{BLANKS}", "work"))
    assert "Other users" not in log_in("work", "--pass", "PPP").err


def test_the_default_profile_is_not_moved_to_another_server(log_in: Run, home: Path) -> None:
    (home / ".comoditrc").write_text(OLD)
    result = log_in("--pass", "PPP")
    assert (result.status, profile(home)) == (2, OLD)
    assert "'home' is for https://home/api" in result.err


def test_logging_in_again_needs_the_password_only(log_in: Run, run: Run, home: Path) -> None:
    log_in("--pass", "PPP")
    assert run("login", "--pass", "wrong").status == 4
    assert run("login", "--pass", "-", stdin="PPP\n").status == 0


def test_a_terminal_asks_whether_it_becomes_the_default(
    ask: Ask, log_in: Run, home: Path, comodit_sandbox: Sandbox
) -> None:
    log_in("--pass", "PPP")
    words = ("login", "two", "--api", comodit_sandbox.url, "--user", "UUU", "--pass", "PPP")
    assert ask(*words, answers=("n",))[0].status == 0
    assert "default_profile = default" in profile(home)
    _, prompts = ask(*words, answers=("y",))
    assert prompts == ["Make 'two' the default profile instead of 'default'? [y/N]: "]
    assert "default_profile = two" in profile(home)


def test_logging_out(log_in: Run, run: Run, home: Path) -> None:
    log_in("--pass", "PPP")
    log_in("two", "--pass", "PPP")
    result = run("logout")
    assert (result.status, result.out) == (0, "")
    assert "The default profile is now 'two'" in result.err
    assert "[default]" not in profile(home)
    assert run("logout", "twoo").status == 4
    assert run("logout", "two").status == 0
    assert not (home / ".comoditrc").exists()


def test_logging_out_forgets_the_kept_login(run: Run, home: Path, guarded: Sandbox) -> None:
    run("login", "--api", guarded.url, "--user", "UUU", "--pass", "PPP", "--mfa", code(guarded))
    assert run("logout").status == 0
    assert (home / ".comodit.jwt").read_text() == "{}"


def test_whoami(log_in: Run, run: Run, comodit_sandbox: Sandbox) -> None:
    log_in("--pass", "PPP")
    found = run("whoami", "-o", "json").json
    assert (found["username"], found["api"], found["profile"]) == ("UUU", comodit_sandbox.url, "default")
    given = run("whoami", "-o", "json", "--api", comodit_sandbox.url, "--user", "UUU", "--pass", "PPP").json
    assert given["profile"] is None
    assert run("whoami", "--pass", "wrong").status == 4


def test_the_profiles_of_the_machine_are_replaced(
    log_in: Run, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = home / "etc.conf"
    other.write_text("[client]\ndefault_profile = a\n[a]\napi = http://localhost:8000/api\ntoken = t\n")
    monkeypatch.setattr("comodit_client.config.files.FILES", ("~/.comoditrc", str(other)))
    assert f"Commands now read this file instead of {other}." in log_in("--pass", "PPP").err
    assert run("profile", "list", "-o", "name").out == "default\n"
    assert "instead of" not in log_in("--pass", "PPP").err
