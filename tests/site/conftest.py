"""The built site: its pages, its inventory and the index of its search."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from website.pages import Page, read_all

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / ".built").is_file():
        pytest.fail("site/ is missing or incomplete: run make docs")
    return SITE


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return read_all(site)


@pytest.fixture(scope="session")
def inventory(site: Path) -> dict[str, str]:
    """Return the address of each object, from objects.inv in the format of Sphinx: four lines of head, then zlib."""
    content = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    lines = zlib.decompress(content).decode("utf-8").splitlines()
    return {name: location.replace("$", name) for name, _, _, location, _ in (line.split(" ", 4) for line in lines)}


@pytest.fixture(scope="session")
def search(site: Path) -> list[dict[str, Any]]:
    """Return what the search finds: a part of a page each, with its address, title and text."""
    items: list[dict[str, Any]] = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    return items
