"""README on a package index: the metadata of the package has no link that only works in the repository."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from comodit_client.rest.version import __version__
from tests.docs.conftest import ROOT

REPOSITORY = "https://github.com/comodit-client/comodit-client"
PICTURES = "https://raw.githubusercontent.com/comodit-client/comodit-client"
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def metadata() -> ProjectMetadata[Any]:
    return ProjectMetadata(str(ROOT), PluginManager())


@pytest.fixture(scope="module")
def links(metadata: ProjectMetadata[Any]) -> list[tuple[str, str]]:
    """Return each link, with a ! before it if it is a picture."""
    return LINK.findall(metadata.core.readme)


def in_checkout(url: str) -> Path:
    """Return the file of the checkout that a URL of the version's tag leads to."""
    path = url.removeprefix(f"{REPOSITORY}/blob/v{__version__}/").removeprefix(f"{PICTURES}/v{__version__}/")
    return ROOT / path.partition("#")[0]


def test_every_link_is_absolute(links: list[tuple[str, str]]) -> None:
    assert len(links) > 15
    assert [url for _, url in links if not url.startswith("https://")] == []


def test_every_link_into_the_repository_leads_to_a_file(links: list[tuple[str, str]]) -> None:
    inside = [url for _, url in links if url.startswith((REPOSITORY, PICTURES))]
    assert len(inside) > 15
    assert [url for url in inside if not in_checkout(url).is_file()] == []


def test_pictures_are_files_and_not_pages(links: list[tuple[str, str]]) -> None:
    pictures = [url for mark, url in links if mark]
    assert pictures
    assert [url for url in pictures if not url.startswith(PICTURES)] == []


def test_nothing_but_the_links_differs(metadata: ProjectMetadata[Any]) -> None:
    ours = (ROOT / "README.md").read_text(encoding="utf-8")
    assert LINK.sub("", metadata.core.readme) == LINK.sub("", ours)
    assert metadata.core.readme_content_type == "text/markdown"


def test_the_addresses_of_the_project(metadata: ProjectMetadata[Any]) -> None:
    assert metadata.core.urls.keys() == {"Homepage", "Documentation", "Repository", "Issues", "Changelog"}
    assert {url for name, url in metadata.core.urls.items() if not url.startswith(REPOSITORY)} == {
        metadata.core.urls["Documentation"]
    }
