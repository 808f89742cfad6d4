"""Exports to Ansible."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LINES = [
    ["export", "--format", "ansible", "OOO", "out"],
    ["export", "--format=ansible", "OOO", "out"],
    ["export", "OOO", "out", "--format", "ansible"],
    ["export", "organizations", "OOO", "out", "--format", "ansible"],
    ["--format", "ansible", "export", "organizations", "OOO", "out"],
]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_an_organization(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli(*line, "-o", "json")
    assert done.status == 0, done.err
    assert done.json["folder"] == "out"
    assert done.json["losses"] > 0
    assert (tmp_path / "out" / "roles" / "wordpress" / "tasks" / "main.yml").is_file()
    assert "See out/LOSSES.md" in done.err


def test_an_application_with_a_name(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = (
        "export",
        "applications",
        "OOO",
        "Wordpress",
        "--format",
        "ansible",
        "--name",
        "applications/Wordpress=blog",
    )
    assert cli(*words).status == 0
    assert [path.name for path in (tmp_path / "Wordpress-ansible" / "roles").iterdir()] == ["blog"]


def test_an_organization_without_the_format_needs_its_word(cli: Run) -> None:
    done = cli("export", "OOO", "out")
    assert done.status == 2
    assert "No such command 'OOO'" in done.err


def test_the_other_format_is_the_default(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("export", "organizations", "OOO", "out", "--format", "comodit").status == 0
    assert (tmp_path / "out" / "definition.json").is_file()


def test_verified(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    done = cli("export", "--format", "ansible", "OOO", "out", "--verify")
    assert done.status == 0, done.err
    assert "files are rendered byte by byte as by ComodIT" in done.err


def test_a_difference(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from comodit_client.ansible import judge

    class Verdict:
        def __str__(self) -> str:
            return "3 differ"

        def ok(self) -> bool:
            return False

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(judge, "verify", lambda *_: Verdict())
    done = cli("export", "--format", "ansible", "OOO", "out", "--verify")
    assert done.status == 1
    assert "3 differ" in done.err
    assert (tmp_path / "out" / "LOSSES.md").is_file()


def test_secrets_need_a_password(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("export", "--format", "ansible", "OOO", "out", "--with-secrets")
    assert done.status == 2
    assert "--vault-password-file" in done.err
    assert not (tmp_path / "out").exists()
    (tmp_path / "password").write_text("open sesame")
    words = ("export", "--format", "ansible", "OOO", "out", "--with-secrets", "--vault-password-file", "password")
    assert cli(*words).status == 0
    vault = (tmp_path / "out" / "inventory" / "group_vars" / "all" / "vault.yml").read_text()
    assert vault.startswith("$ANSIBLE_VAULT;")


def test_a_missing_package_is_named(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith("comodit_client.ansible")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = cli("export", "--format", "ansible", "OOO", "out")
    assert done.status == 1
    assert "comodit-client[ansible]" in done.err
