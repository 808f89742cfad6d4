"""The pages and files beside the documentation: their links, their words and their form."""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from typing import Any

import pytest

from tests.docs.conftest import ROOT, Page
from tests.docs.test_links import anchors, links
from tests.prose.__main__ import WORDS
from tests.prose.check import Rules

PAGES = [ROOT / "SECURITY.md", ROOT / "CODE_OF_CONDUCT.md"]
GITHUB = [path for path in sorted((ROOT / ".github").rglob("*")) if path.suffix in (".md", ".yml")]
SITE = "https://comodit-client.github.io/comodit-client/"
FOLDERS = (".devcontainer", ".github", "docs", "generator", "handwritten", "tests")
SUFFIXES = {".json", ".md", ".py", ".toml", ".yaml", ".yml"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_links_lead_somewhere(path: Path) -> None:
    for target, fragment in links(Page(path)):
        assert target.exists(), f"{path.name}: {target}"
        assert not fragment or fragment in anchors(target), f"{path.name}: {target}#{fragment}"


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_the_words_are_those_of_the_project(path: Path) -> None:
    """`make lint` checks all other pages."""
    assert Rules.read(WORDS).findings(path, ROOT) == []


def test_the_links_to_the_site_lead_to_pages() -> None:
    texts = [path.read_text(encoding="utf-8") for path in GITHUB]
    pages = [page for text in texts for page in re.findall(rf"{re.escape(SITE)}([\w/-]+)\.html", text)]
    assert pages
    assert [page for page in pages if not (ROOT / "docs" / f"{page}.md").exists()] == []


@pytest.fixture(scope="module")
def editors() -> configparser.ConfigParser:
    """Return the settings for editors, those for all files in the section "*"."""
    parser = configparser.ConfigParser()
    parser.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    return parser


def test_editors_agree_with_ruff(editors: configparser.ConfigParser, pyproject: dict[str, Any]) -> None:
    assert editors["top"].getboolean("root")
    assert editors["*.py"].getint("max_line_length") == pyproject["tool"]["ruff"]["line-length"]
    assert (editors["*"]["charset"], editors["*"]["end_of_line"]) == ("utf-8", "lf")
    assert editors["Makefile"]["indent_style"] == "tab"


def test_the_files_are_as_editors_write_them() -> None:
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES]
    assert len(files) > 500
    for path in files:
        text = path.read_bytes().decode("utf-8")
        assert "\r\n" not in text, path
        assert not text or text.endswith("\n"), path
        assert not [line for line in text.split("\n") if line != line.rstrip(" \t")], path
