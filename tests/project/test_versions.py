"""Versions that are named in several files agree."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from comodit_client.rest.version import __version__
from tests.docs.conftest import ROOT


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_begins_with_this_version() -> None:
    unreleased, newest, *_ = re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert (unreleased, newest) == ("Unreleased", __version__)


def test_the_changelog_has_the_sections_of_keep_a_changelog_for_what_is_unreleased() -> None:
    unreleased = text("CHANGELOG.md").partition("\n## Unreleased\n")[2].partition("\n## ")[0]
    sections = re.findall(r"^### (.*)$", unreleased, re.MULTILINE)
    order = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
    assert sections == [section for section in order if section in sections]


def test_the_citation_names_this_version() -> None:
    assert yaml.safe_load(text("CITATION.cff"))["version"] == __version__


def test_the_readme_names_this_version_and_the_pythons(pythons: list[str], pyproject: dict[str, Any]) -> None:
    facts = [
        f"Version {__version__}",
        f"Python {pythons[0]} to {pythons[-1]}",
        "checked with mypy --strict and pyright",
        f"{pyproject['project']['license']} license",
    ]
    assert f"\n{' · '.join(facts)}\n" in text("README.md")


def test_the_pythons_have_no_gap(pythons: list[str], pyproject: dict[str, Any]) -> None:
    minors = [int(python.partition(".")[2]) for python in pythons]
    assert minors == [*range(minors[0], minors[-1] + 1)]
    assert pyproject["project"]["requires-python"] == f">={pythons[0]}"


def test_the_types_are_checked_as_the_readme_says(pyproject: dict[str, Any]) -> None:
    assert pyproject["tool"]["mypy"]["strict"]
    assert re.search(r"^types: mypy pyright$", text("Makefile"), re.MULTILINE)
    assert "Typing :: Typed" in pyproject["project"]["classifiers"]


def test_the_form_for_bugs_names_this_version() -> None:
    form = yaml.safe_load(text(".github/ISSUE_TEMPLATE/bug.yml"))
    (version,) = [field for field in form["body"] if field.get("id") == "version"]
    assert f"comodit-client/{__version__} " in version["attributes"]["placeholder"]


def hooks() -> dict[str, dict[str, Any]]:
    (local,) = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    return {hook["id"]: hook for hook in local["hooks"]}


@pytest.mark.parametrize("hook", ["ruff-check", "ruff-format"])
def test_the_hooks_have_the_pinned_ruff(hook: str, pyproject: dict[str, Any]) -> None:
    (pin,) = [one for one in pyproject["project"]["optional-dependencies"]["dev"] if one.startswith("ruff==")]
    assert hooks()[hook]["additional_dependencies"] == [pin]


@pytest.mark.parametrize("hook", ["prose", "generated"])
def test_the_hooks_run_what_the_makefile_runs(hook: str) -> None:
    program, arguments = hooks()[hook]["entry"].split(" ", 1)
    assert program == ".venv/bin/python"
    assert f"\t$(BIN)/python {arguments}\n" in text("Makefile")


def test_the_container_has_the_oldest_python(pythons: list[str]) -> None:
    image = json.loads(text(".devcontainer/devcontainer.json"))["image"]
    assert f":1-{pythons[0]}-" in image
