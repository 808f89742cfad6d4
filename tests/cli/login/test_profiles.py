"""Profiles: listed, shown without secrets, chosen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = """\
[client]
default_profile = home
[home]
api = https://home/api
username = me
password = hidden-1
vnc_viewer_call = vinagre %h:%p
[work]
api = https://work/api
token = hidden-2
"""


@pytest.fixture
def file(home: Path) -> Path:
    path = home / ".comoditrc"
    path.write_text(TEXT)
    return path


def test_the_list(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = {"name": "home", "api": "https://home/api", "username": "me", "default": True, "active": True}
    work = {"name": "work", "api": "https://work/api", "username": None, "default": False, "active": False}
    assert run("profile", "list", "-o", "json").json == [home, work]
    assert run("profile", "list").out.split("\n")[0].split() == ["NAME", "API", "USER", "DEFAULT", "ACTIVE"]
    monkeypatch.setenv("COMODIT_PROFILE", "work")
    assert [one["active"] for one in run("profile", "list", "-o", "json").json] == [False, True]
    monkeypatch.delenv("COMODIT_PROFILE")
    monkeypatch.setenv("COMODIT_API", "https://env/api")
    monkeypatch.setenv("COMODIT_TOKEN", "t")
    assert [one["active"] for one in run("profile", "list", "-o", "json").json] == [False, False]


def test_there_are_none(run: Run, home: Path) -> None:
    result = run("profile", "list", "-o", "json")
    assert (result.status, result.json) == (0, [])
    assert "comodit login" in result.err


@pytest.mark.parametrize("words", [[], ["home"], ["work"], ["--profile", "work"]])
@pytest.mark.parametrize("more", [[], ["-o", "json"], ["-o", "json", "--show-secrets"]])
def test_secrets_are_never_shown(run: Run, file: Path, words: list[str], more: list[str]) -> None:
    result = run("profile", "show", *words, *more)
    name = words[-1] if words else "home"
    assert result.status == 0
    assert f"https://{name}/api" in result.out
    assert "hidden" not in result.out + result.err


def test_another_default(run: Run, file: Path) -> None:
    assert run("profile", "use", "work").status == 0
    assert file.read_text() == TEXT.replace("default_profile = home", "default_profile = work")


@pytest.mark.parametrize("words", [["use", "wrok"], ["show", "wrok"], ["show", "--profile", "wrok"]])
def test_an_unknown_name(run: Run, file: Path, words: list[str]) -> None:
    result = run("profile", *words)
    assert (result.status, result.out, file.read_text()) == (4, "", TEXT)
    assert "Did you mean 'work'?" in result.err


@pytest.mark.parametrize("words", [["profile", "list"], ["profile", "show"], ["profile", "use", "work"], ["open", "O"]])
def test_neither_facade_nor_httpx_is_loaded(file: Path, words: list[str]) -> None:
    code = (
        "import sys; from comodit_client.cli.__main__ import main; assert main(sys.argv[1:]) == 0\n"
        "print([name for name in ('comodit_client.api', 'httpx', 'rich') if sys.modules.get(name)], file=sys.stderr)"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMODIT_")}
    done = subprocess.run(
        [sys.executable, "-c", code, *words, "-q"], env=kept, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
