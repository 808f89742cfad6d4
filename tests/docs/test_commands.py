"""The commands and names of a page exist: make targets, options, extras, files, modules."""

from __future__ import annotations

import os
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import COMMANDS
from generator.config_grammar import CONFIG, FACADE
from generator.violations import findings

FOLDERS = ("schema/", "generator/", "generated/", "handwritten/", "tests/", "docs/", "examples/", "benchmarks/")


@pytest.fixture(scope="session")
def sandbox_options() -> dict[str, str]:
    """Return the options of the command, each with its default."""
    command = [sys.executable, "-m", "comodit_client.sandbox", "--help"]
    wide = os.environ | {"COLUMNS": "200"}
    text = subprocess.run(command, check=True, capture_output=True, text=True, env=wide).stdout
    return dict(re.findall(r"^ +(--[a-z-]+) [^()]*\(default: (.*)\)$", text, re.MULTILINE))


@pytest.fixture
def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture
def project(root: Path) -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def commands(page: Any) -> list[list[str]]:
    """Return the commands of the console blocks, split into words."""
    lines = [line for block in page.blocks if block.language == "console" for line in block.text.splitlines()]
    assert all(line.startswith("$ ") for line in lines), f"{page.name}: a line of a console block is not a command"
    return [shlex.split(line.removeprefix("$ "), comments=True) for line in lines]


def test_code_is_of_a_kind_that_is_tested(page: Any) -> None:
    assert {block.language for block in page.blocks} <= {"python", "test", "console", "toml", "yaml", "text"}


def test_the_commands_exist(
    page: Any, root: Path, targets: set[str], project: dict[str, Any], sandbox_options: dict[str, str]
) -> None:
    for words in commands(page):
        match words:
            case ["make", *wanted]:
                assert {word for word in wanted if "=" not in word} <= targets
            case ["pip", "install", wanted]:
                # From the checkout: the package is not on an index yet.
                name, _, extra = wanted.rstrip("]").partition("[")
                assert name == "."
                assert not extra or extra in project["optional-dependencies"]
            case ["python", "-m", "comodit_client.sandbox", *given] | ["comodit-sandbox", *given]:
                assert "comodit-sandbox" in project["scripts"]
                assert {word for word in given if word.startswith("--")} <= sandbox_options.keys()
            case ["python", "-m", "generator", "--config", file, *given]:
                assert (root / file).is_file()
                assert {*given} <= {"--check"}
            case ["python", "-m", "generator", command, *_]:
                assert command in {each.name for each in COMMANDS}
            case ["pytest", *given]:
                assert {word.partition("=")[0] for word in given if word.startswith("--")} <= {"--comodit-record"}
            case _:
                pytest.fail(f"{page.name}: no check for the command {words}")


def test_the_page_about_the_generator_lists_the_keys_of_its_configuration(root: Path) -> None:
    text = (root / "docs" / "regenerating.md").read_text(encoding="utf-8")
    section = text.partition("## Generate a client for another API")[2].partition("\n## ")[0]
    configuration, _, facade = section.partition("The table `facade` requires")
    for part, keys in (
        (configuration, CONFIG["properties"].keys()),
        (facade, FACADE["properties"].keys() - {"folder"}),
    ):
        first_cells = re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
        assert {key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)} == keys
    example = re.findall(r"^```toml\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert [findings("generator.toml", tomllib.loads(block), CONFIG) for block in example] == [[]]


def test_the_make_targets_in_the_text_exist(page: Any, targets: set[str]) -> None:
    named = {term.split()[1] for term in page.terms if term.startswith("make ")}
    assert named <= targets


def test_the_sandbox_page_lists_the_options_and_their_defaults(root: Path, sandbox_options: dict[str, str]) -> None:
    text = (root / "docs" / "the-sandbox.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(--[a-z-]+)` \| (.*?) \|", text, re.MULTILINE)
    assert {option: default.strip("`") for option, default in rows} == sandbox_options


def test_the_files_and_modules_in_the_text_exist(page: Any, root: Path) -> None:
    files = [term for term in page.terms if term.startswith(FOLDERS) and "*" not in term]
    assert [name for name in files if not (root / name).exists()] == []
    for name in page.terms:
        if re.fullmatch(r"comodit_client(\.\w+)+", name):
            assert pkgutil.resolve_name(name)
