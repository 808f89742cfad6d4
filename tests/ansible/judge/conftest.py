"""Fixtures for the tests of the verification."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.judge import Verdict, compare
from comodit_client.ansible.project import Options, Project

from . import made


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., Verdict]:
    """Compare an archive with a conversion of it; both are files by their paths."""

    def run(archive: dict[str, Any], output: dict[str, Any], with_secrets: bool = True) -> Verdict:
        folder, out = made.write(tmp_path / "archive", archive), made.write(tmp_path / "out", output)
        password = tmp_path / "password" if with_secrets else None
        if password is not None:
            password.write_text("not-a-secret")
        project = Project.of(read_archive(folder), Options(vault_password_file=password))
        if with_secrets:
            project.vault.secrets.update(made.SECRETS)
        return compare(project, folder, out)

    return run
