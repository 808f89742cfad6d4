"""The links between pages lead somewhere, and every page is in the navigation of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.docs.conftest import DOCS, GENERATED, WRITTEN, Page

LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchor(heading: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {anchor(text) for text in re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)}


def links(page: Any) -> list[tuple[Path, str]]:
    """Return file and anchor of each link within the project."""
    found = [urlsplit(link) for link in LINK.findall(page.prose)]
    return [
        ((page.path.parent / link.path).resolve() if link.path else page.path, link.fragment)
        for link in found
        if not link.scheme
    ]


def targets(entry: Any) -> Iterator[str]:
    """Yield the files and folders that an entry of the navigation names."""
    if isinstance(entry, str):
        yield entry
    else:
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from targets(inner)


@pytest.fixture
def navigation(root: Path) -> list[str]:
    nav = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    return [target for target in targets(nav) if not urlsplit(target).scheme]


def test_the_links_lead_somewhere(page: Any) -> None:
    for path, fragment in links(page):
        assert path.exists(), f"{page.name}: {path}"
        assert not fragment or fragment in anchors(path), f"{page.name}: {path}#{fragment}"


def test_every_page_is_in_the_navigation(navigation: list[str]) -> None:
    folders = tuple(target for target in navigation if target.endswith("/"))
    pages = {path.relative_to(DOCS).as_posix() for path in WRITTEN}
    assert {page for page in pages if not page.startswith(folders)} <= {*navigation}


def test_the_navigation_leads_to_pages(navigation: list[str]) -> None:
    assert [target for target in navigation if not (DOCS / target).exists()] == []


def test_every_generated_folder_is_in_the_navigation(navigation: list[str]) -> None:
    for folder in GENERATED:
        name = folder.relative_to(DOCS).as_posix()
        assert [target for target in navigation if target.startswith(f"{name}/")], name


@pytest.mark.parametrize("folder", ["tutorials", "how-to", "reference", "explanation"])
def test_the_index_of_a_folder_leads_to_its_pages(folder: str, navigation: list[str]) -> None:
    index = DOCS / folder / "index.md"
    led = {path for path, _ in links(Page(index))}
    pages = {(DOCS / target).resolve() for target in navigation if target.startswith(f"{folder}/")} - {index}
    assert pages - led - {path.parent for path in led} == set()
