"""The page can be used with the keyboard, and fulfils the rules of WCAG 2 that axe-core checks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from tests.browser.sandbox.conftest import Screen
from tests.browser.sandbox.test_watching import row
from tests.browser.test_accessibility import violations
from tests.browser.visit import DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOOKS = [("light", DESKTOP), ("dark", PHONE)]
LEVELS = """[...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.checkVisibility())
    .map(one => Number(one.tagName[1]))"""
FOCUSED = "document.activeElement.id || document.activeElement.textContent"


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


@pytest.mark.parametrize(("scheme", "size"), LOOKS, ids=["light-desktop", "dark-phone"])
def test_the_page_breaks_no_rule(screen: Screen, server: Sandbox, api_client: Client) -> None:
    server.make_hosts(2, prefix="web-", provisioned=True)
    server.fail_task("OOO", "Default", "web-00000", task="add package php", error="disk full")
    host = api_client.get_host("OOO", "Default", "web-00000")
    host.settings().create("port", 80)
    host.install("Wordpress")
    server.fail("503")
    page = screen.show()
    row(page, "web-00000").get_by_role("button").click()
    page.get_by_role("button", name="Wordpress: wp-config.php").click()
    page.get_by_text("Fault options").click()
    expect(page.locator("#file-text")).to_contain_text("SITE")
    assert violations(page) == []
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_for_the_token_breaks_no_rule(browser: Browser, scheme: str) -> None:
    with Sandbox(control_token="t0ken") as sandbox, Screen(browser, f"{sandbox.base_url}/", PHONE, scheme) as screen:
        page = screen.show()
        expect(page.get_by_label("Token")).to_be_focused()
        assert violations(page) == []


def test_the_keyboard_opens_and_closes_details(screen: Screen, server: Sandbox) -> None:
    server.make_hosts(2, prefix="web-", provisioned=True)
    page = screen.show()
    expect(row(page, "web-00001")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, "web-00001")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Host OOO / Default / web-00001")
    expect(heading).to_be_focused()
    tab_to(page, "close-details")
    page.keyboard.press("Enter")
    expect(heading).to_be_hidden()
    expect(row(page, "web-00001").get_by_role("button")).to_be_focused()


def test_the_focus_stays_while_the_state_changes(screen: Screen, server: Sandbox, api_client: Client) -> None:
    server.make_hosts(2, prefix="web-", provisioned=True)
    page = screen.show()
    button = row(page, "web-00001").get_by_role("button")
    button.focus()
    api_client.hosts("OOO", "Default").create("new", "", "Demo Platform", "Demo Distribution")
    server.fail("task", error="disk full")
    api_client.get_host("OOO", "Default", "web-00001").install("Wordpress")
    expect(row(page, "web-00001")).to_contain_text("ERROR")
    expect(row(page, "new")).to_be_visible()
    expect(button).to_be_focused()


def test_the_keyboard_injects_a_fault_and_resets(screen: Screen, server: Sandbox) -> None:
    page = screen.show()
    expect(page.get_by_text("0 hosts")).to_be_visible()
    tab_to(page, "kind")
    page.keyboard.type("503")
    tab_to(page, "Inject fault")
    page.keyboard.press("Space")
    expect(page.locator("#faults")).to_contain_text("503")
    page.once("dialog", lambda dialog: dialog.accept())
    tab_to(page, "reset")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No faults are injected")).to_be_visible()
