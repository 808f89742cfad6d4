"""Ansible's own checks of a conversion."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.judge import verify
from comodit_client.ansible.judge.commands import run_checks
from comodit_client.ansible.project import Options, Project

from . import made

PLAY = "---\n- name: Play\n  hosts: all\n  tasks: []\n"


def command(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for commands, the only one on PATH beside that of the system's shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), "/bin", "/usr/bin"]))
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return made.write(
        tmp_path / "out",
        {"site.yml": PLAY, "orchestrations/up.yml": PLAY, "inventory/hosts.yml": "all: {}\n", "ansible.cfg": ""},
    )


def test_missing_commands_are_not_installed(commands: Path, out: Path) -> None:
    checks = run_checks(out)
    assert [(check.name, check.status) for check in checks] == [
        ("ansible-playbook --syntax-check", "not installed"),
        ("ansible-lint", "not installed"),
    ]


def test_all_playbooks_are_checked_in_one_run(commands: Path, out: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    command(commands, "ansible-playbook", f'echo "$@" >> {calls}')
    command(commands, "ansible-lint", f'echo lint "$@" >> {calls}')
    checks = run_checks(out)
    assert [(check.name, check.status) for check in checks] == [
        ("ansible-playbook --syntax-check site.yml", "passed"),
        ("ansible-playbook --syntax-check orchestrations/up.yml", "passed"),
        ("ansible-lint", "passed"),
    ]
    assert calls.read_text() == (
        "--syntax-check site.yml orchestrations/up.yml\nlint --offline --nocolor --parseable\n"
    )


def test_a_failure_names_the_playbook(commands: Path, out: Path) -> None:
    command(commands, "ansible-playbook", 'case "$*" in *up.yml*) echo "$PWD/up.yml: bad"; echo; exit 4;; esac')
    command(commands, "ansible-lint", "echo site.yml:1: ugly >&2; exit 2")
    site, orchestration, lint = run_checks(out)
    assert site.status == "passed"
    assert (orchestration.status, orchestration.output) == ("failed", ("up.yml: bad",))
    assert (lint.status, lint.output) == ("failed", ("site.yml:1: ugly",))


def test_a_command_that_does_not_end_is_stopped(commands: Path, out: Path) -> None:
    command(commands, "ansible-playbook", "exit 0")
    command(commands, "ansible-lint", "exec sleep 60")
    *_, lint = run_checks(out, timeout=0.5)
    assert (lint.status, lint.output) == ("failed", ("it did not end within 0.5 seconds",))


def test_commands_leave_the_output_and_the_home_alone(
    commands: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ANSIBLE_COLLECTIONS_PATH", str(tmp_path / "collections"))
    script = 'touch "$HOME/x" .cache; env | sort; exit 1'
    command(commands, "ansible-lint", script)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    password = tmp_path / "password"
    *_, lint = run_checks(out, password)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "home").exists()
    found = dict(line.split("=", 1) for line in lint.output if "=" in line)
    assert found["ANSIBLE_VAULT_PASSWORD_FILE"] == str(password)
    assert found["ANSIBLE_HOME"].startswith(found["HOME"])
    assert "ANSIBLE_COLLECTIONS_PATH" not in found


def verdict_of(tmp_path: Path, output: dict[str, Any]) -> Any:
    folder, out = made.write(tmp_path / "archive", made.ARCHIVE), made.write(tmp_path / "output", output)
    password = tmp_path / "password"
    password.write_text("secret")
    project = Project.of(read_archive(folder), Options(vault_password_file=password))
    project.vault.secrets.update(made.SECRETS)
    return verify(project, folder, out)


def test_the_checks_are_part_of_the_verdict(commands: Path, tmp_path: Path) -> None:
    command(commands, "ansible-playbook", "echo bad; exit 1")
    verdict = verdict_of(tmp_path, made.OUTPUT)
    assert verdict.equal == 7
    assert not verdict.ok()
    assert str(verdict).splitlines() == [
        "7 of 7 files are rendered byte by byte as by ComodIT.",
        "ansible-playbook --syntax-check provision.yml: failed",
        "  bad",
        "ansible-playbook --syntax-check site.yml: failed",
        "  bad",
        "ansible-lint: not installed",
    ]


@pytest.mark.slow
def test_ansible_finds_a_mistake_in_a_playbook(tmp_path: Path) -> None:
    output = {name: file for name, file in made.OUTPUT.items() if not name.endswith("vault.yml")}
    site = str(output["site.yml"]).replace("ansible.builtin.import_role", "ansible.builtin.import_rule", 1)
    out = made.write(
        tmp_path / "out", {**output, "ansible.cfg": "[defaults]\ninventory = inventory\n", "site.yml": site}
    )
    found = {check.name: check for check in run_checks(out)}
    assert found["ansible-playbook --syntax-check provision.yml"].status == "passed"
    failed = found["ansible-playbook --syntax-check site.yml"]
    assert failed.status == "failed"
    assert any("import_rule" in line for line in failed.output)
    assert found["ansible-lint"].status == "failed"
    assert not (out / ".ansible").exists()
