"""The page about the command line lists what the table of commands has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from comodit_client.cli import table
from tests.docs.conftest import ROOT, Page

PAGE = Page(ROOT / "docs" / "how-to" / "command-line.md")


def section(heading: str) -> str:
    return PAGE.prose.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def commands(group: Any = table.ROOT, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for word, command in group.get("commands", {}).items():
        yield (*words, word), command
    for word in group.get("groups", {}):
        yield from commands(table.below(group, word), (*words, word))


def test_the_commands_that_ask_are_named() -> None:
    named = re.findall("`([^`]+)`", section("Confirm").partition("This applies to")[2].partition(".")[0])
    asking = [" ".join(words) for words, command in commands() if "confirm" in command["traits"]]
    assert [command for command in asking if not f" {command}".endswith(tuple(f" {one}" for one in named))] == []
    assert [one for one in named if not any(f" {command}".endswith(f" {one}") for command in asking)] == []


@pytest.mark.parametrize("name", ["export", "import", "sync status", "sync pull", "sync push"])
def test_the_kinds_of_exports_imports_and_syncs_are_named(name: str) -> None:
    rows = [row.split("|")[1:3] for row in section("Export, import and sync").splitlines() if row.startswith("| `")]
    kinds = {word: cell for first, cell in rows for word in re.findall("`([^`]+)`", first)}
    kinds["import"] = kinds["export"] if kinds["import"].strip() == "the same" else kinds["import"]
    group: Any = table.find(name.split())
    assert [*group["commands"]] == re.findall("`([^`]+)`", kinds[name])


def test_the_exit_statuses_are_named() -> None:
    described = yaml.safe_load((ROOT / "schema" / "cli" / "index.yaml").read_text(encoding="utf-8"))["exit_statuses"]
    assert re.findall(r"^\| (\d+) \|", section("Use it in scripts"), re.MULTILINE) == [*described]


@pytest.mark.parametrize("name", ["command-line.md", "command-line-cookbook.md"])
def test_the_options_in_the_text_exist(name: str) -> None:
    known = {*table.all_flags(), "--help", "--describe", "--version"}
    flags = {
        flag
        for term in Page(ROOT / "docs" / "how-to" / name).terms
        for flag in re.findall(r"(?<!\S)--?[a-z][a-z-]*", term)
    }
    assert flags - known == set()


def test_the_picture_of_a_wait_is_shown() -> None:
    found = re.findall(r"^!\[.+\]\((.+\.svg)\)$", PAGE.text, re.MULTILINE)
    assert [Path(one).name for one in found] == ["live-wait.svg"]
