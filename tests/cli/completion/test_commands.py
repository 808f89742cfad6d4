"""The commands that install and show completion."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PATHS = {
    "bash": ".local/share/bash-completion/completions/comodit",
    "zsh": ".zfunc/_comodit",
    "fish": ".config/fish/completions/comodit.fish",
}
FOLDERS = {
    "bash": ("XDG_DATA_HOME", "data", "data/bash-completion/completions/comodit"),
    "fish": ("XDG_CONFIG_HOME", "config", "config/fish/completions/comodit.fish"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_COMPLETION_USER_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("shell", PATHS)
def test_install_writes_what_show_prints(run: Run, home: Path, shell: str) -> None:
    result = run("completion", "install", shell)
    assert (result.status, result.out) == (0, "")
    assert f"Wrote {home / PATHS[shell]}" in result.err
    assert (home / PATHS[shell]).read_text() == run("completion", "show", shell).out
    assert len([path for path in home.rglob("*") if path.is_file()]) == 1


def test_install_twice_changes_nothing(run: Run, home: Path) -> None:
    run("completion", "install", "fish")
    before = (home / PATHS["fish"]).stat()
    result = run("completion", "install", "fish")
    assert result.status == 0
    assert "up to date" in result.err
    assert (home / PATHS["fish"]).stat() == before


def test_install_replaces_another_script(run: Run, home: Path) -> None:
    run("completion", "install", "fish")
    (home / PATHS["fish"]).write_text("old")
    assert "Wrote" in run("completion", "install", "fish").err
    assert (home / PATHS["fish"]).read_text() == run("completion", "show", "fish").out


@pytest.mark.parametrize("shell", FOLDERS)
def test_folders_of_the_environment(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    variable, folder, path = FOLDERS[shell]
    monkeypatch.setenv(variable, str(home / folder))
    run("completion", "install", shell)
    assert (home / path).is_file()


def test_a_folder_that_cannot_be_made(run: Run, home: Path) -> None:
    (home / ".zfunc").write_text("")
    result = run("completion", "install", "zsh")
    assert (result.status, result.out) == (1, "")
    assert "comodit completion show zsh" in result.err


@pytest.mark.parametrize("command", ["install", "show"])
def test_unknown_shells(run: Run, home: Path, command: str) -> None:
    result = run("completion", command, "bsh")
    assert (result.status, result.out) == (2, "")
    assert "Did you mean 'bash'?" in result.err
    assert "bash, zsh, fish" in run("completion", command, "x").err
