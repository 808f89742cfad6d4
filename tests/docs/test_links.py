"""The links between pages lead somewhere, and every page is reached from README.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.docs.conftest import WRITTEN

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


def test_the_links_lead_somewhere(page: Any) -> None:
    for path, fragment in links(page):
        assert path.exists(), f"{page.name}: {path}"
        assert not fragment or fragment in anchors(path), f"{page.name}: {path}#{fragment}"


def test_readme_leads_to_every_page(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    for path in WRITTEN:
        assert f"]({path.relative_to(root)})" in text, path.name
