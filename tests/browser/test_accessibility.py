"""The pages fulfil the rules of WCAG 2, levels A and AA, that axe-core checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import DESKTOP, PAGES, PHONE, Visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
#: Colors do not depend on the width, but the sidebar is only seen at that of a desktop, and tables scroll on a phone.
LOOKS = {"light-desktop": (DESKTOP, "light"), "dark-phone": (PHONE, "dark")}
#: The path of a result is grey.
PATH_OF_RESULT = re.compile(r"color-contrast: .*-results-\d+-path > li")


def violations(page: Page) -> list[str]:
    """Return a line for each element that breaks a rule: the rule, the element, and what is wrong."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": RULES}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['target']}: {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.fixture(params=list(LOOKS))
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    size, scheme = LOOKS[request.param]
    with Visit(browser, address, size, scheme) as visit:
        yield visit


@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule(visit: Visit, name: str) -> None:
    assert violations(visit.open(name)) == []


@pytest.mark.parametrize("visit", ["light-desktop"], indirect=True)
def test_the_search_breaks_no_rule_but_those_of_the_theme(visit: Visit) -> None:
    """The theme's style of the search is out of reach. Arrow keys scroll the results: they need no focus for it."""
    page = visit.open("index")
    page.keyboard.press("/")
    page.get_by_role("combobox", name="Search").fill("wait_for_state")
    expect(page.get_by_role("option").first).to_be_visible()
    pale = [line for line in violations(page) if not line.startswith("scrollable-region-focusable: ")]
    assert [line for line in pale if not PATH_OF_RESULT.match(line)] == []


@pytest.mark.parametrize("visit", ["light-desktop"], indirect=True)
def test_a_broken_rule_is_found(visit: Visit) -> None:
    page = visit.open("index")
    page.evaluate("document.querySelector('h1').style.opacity = 0.2")
    assert [line.partition(":")[0] for line in violations(page)] == ["color-contrast"]
