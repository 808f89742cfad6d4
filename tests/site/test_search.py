"""What the search, llms.txt and llms-full.txt have: the builder ignores plug-ins that it does not know."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.conftest import ROOT

# make unit does not build the site.
pytestmark = pytest.mark.slow

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
SECTIONS = next(plugin["llmstxt"]["sections"] for plugin in SETTINGS["plugins"] if "llmstxt" in plugin)


def test_the_search_finds_a_method_and_the_guide(search: list[dict[str, Any]]) -> None:
    found = {item["location"] for item in search if "wait_for_state" in item["title"] + item["text"]}
    assert "reference/api/host.html#comodit_client.api.host.Host.wait_for_state" in found
    assert any(location.startswith("how-to/waiting.html") for location in found)


@pytest.mark.parametrize("folder", ["aio", "wire"])
def test_the_search_finds_a_name_once(search: list[dict[str, Any]], folder: str) -> None:
    assert [item["location"] for item in search if item["location"].startswith(f"reference/{folder}/")] == []


def test_the_search_works_without_a_server(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert 'src="./assets/iframe-worker.js"' in page
    # The builder has the index as a script too, which a page on file:// can load.
    assert (site / "search.js").stat().st_size > 1_000_000
    assert (site / "search.js").stat().st_size < 5_000_000


def test_llms_txt_lists_each_page(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith(f"# {SETTINGS['site_name']}\n\n> {SETTINGS['site_description']}\n")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [*SECTIONS]
    listed = re.findall(rf"\]\(<{re.escape(SETTINGS['site_url'])}([^>]+)>\)", text)
    sources = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert sources - {"index.md"} == {*listed}
    assert [path for path in listed if not (site / path).is_file()] == []


def test_llms_full_txt_has_the_text_of_the_pages(site: Path) -> None:
    text = (site / "llms-full.txt").read_text(encoding="utf-8")
    assert "Wait until the host is in a state." in text
    assert "The request. Its response is" in text
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in (ROOT / "docs" / "how-to").glob("*.md")]
    assert [title for title in titles if f"\n{title}\n" not in text] == []
    assert ":::" not in text
