"""Credentials: options, the environment, profiles; second factors and the logins that are kept."""

from __future__ import annotations

import io
import json
import stat
import sys
import time
import warnings
from base64 import b32encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from comodit_client.cli.__main__ import main
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.one_time_codes import one_time_code
from tests.cli.conftest import Result, Run

LIST = ("flavors", "list", "-o", "name")
KEY = b32encode(b"12345678901234567890").decode()


@pytest.fixture
def profiles(home: Path, comodit_sandbox: Sandbox) -> Iterator[Path]:
    sections = {"client": "default_profile = work"}
    sections["work"] = f"api = {comodit_sandbox.url}\nusername = UUU\npassword = PPP"
    sections["wrong"] = f"api = {comodit_sandbox.url}\nusername = UUU\npassword = WRONG"
    text = "\n".join(f"[{name}]\n{members}" for name, members in sections.items())
    (home / ".comoditrc").write_text(text)
    yield home


def test_a_token_alone(run: Run, home: Path, comodit_sandbox: Sandbox) -> None:
    url = comodit_sandbox.url
    with_key = {"name": "k", "method": "TOKEN"}
    options = ("--api", url, "--user", "UUU", "--pass", "PPP", "--show-secrets", "-o", "json")
    token = run("organizations", "application-keys", "add", "OOO", "-j", json.dumps(with_key), *options).json["token"]
    result = run("organizations", "list", "--api", url, "--token", token, "-o", "name")
    assert (result.status, result.out, result.err) == (0, "OOO\n", "")


def test_the_default_profile(run: Run, profiles: Path) -> None:
    assert run(*LIST).status == 0


def test_a_profile(run: Run, profiles: Path) -> None:
    assert run(*LIST, "--profile", "work").status == 0
    assert run(*LIST, "--profile", "wrong").status == 4


def test_the_profile_of_the_environment(run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMODIT_PROFILE", "wrong")
    assert run(*LIST).status == 4
    assert run(*LIST, "--profile", "work").status == 0


def test_an_unknown_profile(run: Run, profiles: Path) -> None:
    result = run(*LIST, "--profile", "wrok")
    assert result.status == 4
    assert f"Cannot find profile 'wrok' in {profiles}/.comoditrc." in result.err
    assert ".comoditrc. Did you mean 'work'? Run 'comodit login'" in result.err
    assert "Its profiles are: work, wrong. Run" in run(*LIST, "--profile", "other").err
    assert json.loads(run(*LIST, "--raw", "--profile", "x").err)["error"]["status"] == 4


def test_the_environment_goes_before_the_profile(run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMODIT_PASSWORD", "WRONG")
    monkeypatch.setenv("COMODIT_USERNAME", "UUU")
    assert run(*LIST).status == 4
    assert run(*LIST, "--pass", "PPP").status == 0


def test_the_password_of_another_user_is_not_used(run: Run, profiles: Path) -> None:
    result = run(*LIST, "--user", "bob")
    assert result.status == 4
    assert "password" in result.err


def test_insecure_is_a_note(run: Run, profiles: Path, comodit_sandbox: Sandbox) -> None:
    result = run(*LIST, "--insecure")
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert result.err.startswith("comodit: Warning: Certificates are not checked")
    assert run(*LIST, "--insecure", "-q").err == ""


def test_warnings_are_notes(run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from comodit_client.cli import execute

    monkeypatch.setitem(execute.KINDS, "list", lambda _, __: warnings.warn("a\x1bb", stacklevel=1))
    result = run(*LIST)
    assert result.err == "comodit: Warning: a\\x1bb\n"
    assert run(*LIST, "-q").err == ""


def test_verbose_logs_each_request_once(run: Run, profiles: Path) -> None:
    for _ in range(2):
        lines = run(*LIST, "-v").err.splitlines()
        assert len(lines) == 1
        assert lines[0].startswith("GET /flavors/: 200 in ")
    assert run(*LIST).err == ""


def code_now() -> str:
    return one_time_code(KEY, int(time.time() // 30))


@pytest.fixture
def ann(run: Run, home: Path, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as a user with a second factor."""
    comodit_sandbox.add_user("ann", "p", mfa_secret=KEY)
    monkeypatch.setenv("COMODIT_API", comodit_sandbox.url)
    monkeypatch.setenv("COMODIT_USERNAME", "ann")
    monkeypatch.setenv("COMODIT_PASSWORD", "p")
    return run


def test_a_code_once_and_a_kept_login_after(ann: Run, home: Path) -> None:
    assert ann(*LIST).status == 4
    assert ann(*LIST, "--mfa", code_now()).status == 0
    assert stat.S_IMODE((home / ".comodit.jwt").stat().st_mode) == 0o600
    assert ann(*LIST).status == 0
    assert ann(*LIST, "--pass", "other").status == 0  # the login is that of the user


def test_the_folder_of_the_kept_login(ann: Run, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "logins"
    folder.mkdir()
    monkeypatch.setenv("COMODIT_JWT_TOKEN_FILE", str(folder))
    assert ann(*LIST, "--mfa", code_now()).status == 0
    assert (folder / ".comodit.jwt").is_file()
    assert not (home / ".comodit.jwt").exists()
    assert ann(*LIST).status == 0


def test_a_wrong_code(ann: Run) -> None:
    result = ann(*LIST, "--mfa", "000000")
    assert result.status == 4
    assert "code" in result.err


def test_without_a_terminal_the_message_names_the_option(ann: Run) -> None:
    result = ann(*LIST)
    assert (result.status, result.out) == (4, "")
    assert "--mfa CODE" in result.err


class Keyboard(io.StringIO):
    """A terminal on which somebody types lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typing(ann: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    def typing(lines: list[str], *options: str) -> Any:
        monkeypatch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines)))
        capfd.readouterr()
        status = main((*LIST, *options))
        written = capfd.readouterr()
        return Result(status, written.out, written.err)

    return typing


def test_a_terminal_is_asked_for_the_code(typing: Callable[..., Result]) -> None:
    result = typing([code_now()])
    assert result.status == 0
    assert result.err == "One-time code (empty to stop): "
    assert "One-time" not in result.out
    assert typing([]).err == ""  # the login was kept


def test_wrong_codes_are_asked_for_again(typing: Callable[..., Result]) -> None:
    result = typing(["000000", "000001", code_now()])
    assert (result.status, result.err.count("The code was rejected.")) == (0, 2)


def test_three_codes_at_most(typing: Callable[..., Result]) -> None:
    result = typing(["000000"] * 5)
    assert (result.status, result.err.count("One-time code (")) == (4, 3)


def test_a_wrong_option_is_followed_by_a_question(typing: Callable[..., Result]) -> None:
    result = typing([code_now()], "--mfa", "000000")
    assert (result.status, result.err) == (0, "The code was rejected. One-time code (empty to stop): ")


@pytest.mark.parametrize("lines", [[], [""]])
def test_no_code(typing: Callable[..., Result], lines: list[str]) -> None:
    result = typing(lines)
    assert result.status == 4
    assert "comodit login" in result.err


def test_a_user_without_a_second_factor_is_not_asked(typing: Callable[..., Result]) -> None:
    assert typing([], "--user", "UUU", "--pass", "PPP").err == ""


def test_an_expired_login_is_renewed_by_a_question(typing: Callable[..., Result], home: Path) -> None:
    assert typing([code_now()]).status == 0
    file = home / ".comodit.jwt"
    file.write_text(json.dumps(dict.fromkeys(json.loads(file.read_text()), "expired")))
    result = typing([code_now()])
    assert (result.status, result.err) == (0, "One-time code (empty to stop): ")


def test_a_user_without_a_home_has_no_kept_login(
    run: Run, home: Path, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr(Path, "expanduser", lambda _: no_home())
    assert run(*LIST, "--api", comodit_sandbox.url, "--user", "UUU", "--pass", "PPP").status == 0
