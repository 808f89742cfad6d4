"""The search of the site, from a server and from a file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit

#: Where results lead to.
METHOD = "reference/api/host.html?h=wait_for_state#comodit_client.api.host.Host.wait_for_state"
GUIDE = "how-to/waiting.html?h=wait_for_state#"


@pytest.fixture(params=["visit", "local_visit"])
def visit_of_each(request: pytest.FixtureRequest) -> Visit:
    return request.getfixturevalue(request.param)


def search(visit: Visit, text: str) -> Locator:
    """Search from the home page, and return the results."""
    page = visit.open("index")
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.type(text)
    return page.get_by_role("option")


@pytest.mark.parametrize("target", [METHOD, GUIDE], ids=["method", "guide"])
def test_search_finds_the_method_and_the_guide(visit_of_each: Visit, target: str) -> None:
    visit, page = visit_of_each, visit_of_each.page
    result = search(visit, "wait_for_state").and_(page.locator(f"[href*='{target}']")).first
    result.click()
    page.wait_for_url(re.compile(re.escape(target)))
    expect(page.locator("article mark", has_text="wait").first).to_be_visible()
    assert visit.problems == []
    assert visit.leaving() == []


def test_search_says_that_it_finds_nothing(visit: Visit) -> None:
    results = search(visit, "qqqq")
    expect(visit.page.get_by_role("status").filter(has_text="No results")).to_be_visible()
    expect(results).to_have_count(0)
