"""The search of the site, from a server and from a file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit

#: Where results lead to.
METHOD = "reference/api/host.html?h=wait_for_state#comodit_client.api.host.Host.wait_for_state"
GUIDE = "how-to/waiting.html?h=wait_for_state#"


def search(visit: Visit, text: str) -> Locator:
    """Search from the home page, and return the results."""
    page = visit.open("index")
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.type(text)
    return page.get_by_role("option")


def follow(visit: Visit, results: Locator, target: str) -> None:
    """Follow the result that leads to a target, and expect the words that were searched there."""
    page = visit.page
    results.and_(page.locator(f"[href*='{target}']")).first.click()
    page.wait_for_url(re.compile(re.escape(target)))
    expect(page.locator("article mark", has_text="wait").first).to_be_visible()
    assert visit.problems == []
    assert visit.leaving() == []


@pytest.mark.parametrize("target", [METHOD, GUIDE], ids=["method", "guide"])
def test_search_finds_the_method_and_the_guide(visit: Visit, target: str) -> None:
    follow(visit, search(visit, "wait_for_state"), target)


def test_search_finds_the_method_in_files(local_visit: Visit) -> None:
    follow(local_visit, search(local_visit, "wait_for_state"), METHOD)


def test_search_says_that_it_finds_nothing(visit: Visit) -> None:
    results = search(visit, "qqqq")
    expect(visit.page.get_by_role("status").filter(has_text="No results")).to_be_visible()
    expect(results).to_have_count(0)
