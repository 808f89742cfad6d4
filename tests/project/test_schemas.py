"""The files that GitHub and others read have the form that their published schemas describe."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.docs.conftest import ROOT

FILES = {
    "citation-file-format": "CITATION.cff",
    "dependabot": ".github/dependabot.yml",
    "github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
    "github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "github-workflows": ".github/workflows/*.yml",
}


@pytest.mark.parametrize(("schema", "pattern"), FILES.items())
def test_the_files_have_the_form_of_their_schema(schema: str, pattern: str) -> None:
    files = sorted(map(str, ROOT.glob(pattern)))
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_of_github_has_a_schema() -> None:
    checked = {path for pattern in FILES.values() for path in ROOT.glob(pattern)}
    assert {*(ROOT / ".github").rglob("*.yml")} <= checked


def test_the_development_container_has_python_and_an_existing_target() -> None:
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert container["image"].startswith("mcr.microsoft.com/devcontainers/python:1-3.11")
    assert container["postCreateCommand"] == "make .venv/.ready"
    assert "\n$(READY):" in (ROOT / "Makefile").read_text(encoding="utf-8")
