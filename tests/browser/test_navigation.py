"""What readers do with a page: tabs, copy buttons, the drawer, the keyboard, and the colors."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import PHONE, Visit

GUIDE = "how-to/applications"
OTHER_GUIDE = "how-to/settings"
BACKGROUND = "element => getComputedStyle(element).backgroundColor"


def async_tabs(page: Page) -> list[bool]:
    """Return whether the Async tab is chosen, for each set of tabs."""
    inputs = page.locator(".tabbed-set > input:nth-of-type(2)").all()
    assert len(inputs) > 1
    return [one.is_checked() for one in inputs]


def test_a_tab_switches_all_tabs_and_is_remembered(visit: Visit) -> None:
    page = visit.open(GUIDE)
    assert not any(async_tabs(page))
    page.locator(".tabbed-labels").first.get_by_text("Async").click()
    expect(page.get_by_text("await ").first).to_be_visible()
    assert all(async_tabs(page))
    assert all(async_tabs(visit.open(OTHER_GUIDE)))


def test_code_is_copied(visit: Visit) -> None:
    page = visit.open(GUIDE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = page.locator(".highlight").first
    block.hover()
    block.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == block.locator("code").inner_text().strip()


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_the_drawer_leads_to_other_pages(visit: Visit) -> None:
    page = visit.open(GUIDE)
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()
    page.locator("header label[for=__drawer]").click()
    expect(drawer).to_be_in_viewport()
    drawer.get_by_role("link", name="Configure with settings").click()
    page.wait_for_url(f"**/{OTHER_GUIDE}.html")


def test_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit.open(GUIDE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    page.keyboard.press("Tab")
    assert page.locator("article").evaluate("article => article.contains(document.activeElement)")


def test_the_keyboard_reaches_the_search(visit: Visit) -> None:
    page = visit.open(GUIDE)
    button = page.get_by_role("button", name="Search")
    for _ in range(6):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Search")).to_be_hidden()


def test_the_reader_chooses_the_colors(visit: Visit) -> None:
    page = visit.open(GUIDE)
    body = page.locator("body")
    assert body.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    page.get_by_title("Switch to dark colors").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert body.evaluate(BACKGROUND) != "rgb(255, 255, 255)"
    expect(visit.open(OTHER_GUIDE).locator("body")).to_have_attribute("data-md-color-scheme", "slate")
