"""Inventories on disk, and the commands of Ansible."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.inventory import add_inventory
from comodit_client.ansible.project import Options, Project
from tests.ansible.inventory.organizations import Spec

Run = Callable[..., str]


@pytest.fixture
def ansible(tmp_path: Path) -> Run:
    """Run a command of Ansible, and return its standard output."""

    def run(command: str, *words: object, **environment: str) -> str:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        own = {"PATH": path, "HOME": str(tmp_path), "ANSIBLE_LOCALHOST_WARNING": "0", "ANSIBLE_NOCOLOR": "1"}
        done = subprocess.run(
            [command, *map(str, words)],
            env={**os.environ, **own, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture
def password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file with the password of vaults."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    file = tmp_path / "password"
    file.write_text("not-a-secret\n")
    return file


def convert(spec: Spec, **options: Any) -> Project:
    """Convert an organization to the files of an inventory, in memory."""
    project = Project.of(spec.archive(), Options(**options))
    add_inventory(project)
    project.vault.write(project.output)
    return project


def write(project: Project, folder: Path) -> Path:
    """Write the files of a conversion."""
    for path in project.output:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(project.output.text(path))
    return folder / "inventory"
