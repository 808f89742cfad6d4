"""The controls of the page: faults, time, the reset, and the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from comodit_client.api import ChangeFailed, Client
from comodit_client.sandbox import Sandbox
from tests.browser.sandbox.conftest import PROVISION_TIME, Screen
from tests.browser.sandbox.test_watching import row
from tests.browser.visit import DESKTOP

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_an_injected_fault_fails_a_script(screen: Screen, api_client: Client, server: Sandbox) -> None:
    server.make_hosts(1, prefix="web-", provisioned=True)
    page = screen.show()
    page.get_by_label("Kind").select_option("task")
    expect(page.get_by_text("a task of a host fails")).to_be_visible()
    page.get_by_text("Fault options").click()
    page.get_by_label("error", exact=True).fill("disk full")
    page.get_by_label("probability").fill(".999999")
    page.get_by_role("button", name="Inject fault").click()
    expect(page.get_by_role("status")).to_have_text("The fault task is injected")
    expect(page.locator("#faults")).to_contain_text("probability=0.999999, error=disk full")
    host = api_client.get_host("OOO", "Default", "web-00000")
    host.install("Wordpress")
    with pytest.raises(ChangeFailed, match="disk full"):
        host.wait_for_pending_changes(timeout=10)
    expect(row(page, "web-00000")).to_contain_text("ERROR add package httpd: disk full")
    expect(page.locator("#faults")).to_contain_text("1 of 1")
    page.get_by_role("button", name="End all faults").click()
    expect(page.get_by_text("No faults are injected")).to_be_visible()
    assert server.faults() == []


def test_an_error_of_a_command_is_announced(browser: Browser, server: Sandbox) -> None:
    # The browser notes the status 400 in its console as well.
    with Screen(browser, f"{server.base_url}/", DESKTOP) as screen:
        page = screen.show()
        page.get_by_label("Kind").select_option("refuse")
        page.get_by_text("Fault options").click()
        page.get_by_label("times").fill("0")
        page.get_by_role("button", name="Inject fault").click()
        expect(page.get_by_role("alert")).to_contain_text("'times' must be 1 or more for refuse")


def test_the_clock_moves(screen: Screen, api_client: Client) -> None:
    api_client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution").provision()
    page = screen.show()
    expect(row(page, "web-1")).to_contain_text("PROVISIONING")
    expect(page.locator("#clock-time")).to_have_text("2023-11-14 22:13:20 UTC")
    page.get_by_label("Seconds to advance").fill(str(PROVISION_TIME))
    page.get_by_role("button", name="Advance the clock").click()
    expect(row(page, "web-1")).to_contain_text("READY")
    expect(page.locator("#clock-time")).to_have_text("2023-11-14 22:13:30 UTC")


def test_the_reset_asks_first(screen: Screen, server: Sandbox) -> None:
    server.make_hosts(1, prefix="web-")
    page = screen.show()
    expect(row(page, "web-00000")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Reset the sandbox").click()
    expect(row(page, "web-00000")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset the sandbox").click()
    expect(page.get_by_text("0 hosts")).to_be_visible()


def test_the_page_asks_for_the_token(browser: Browser) -> None:
    with Sandbox(control_token="t0ken") as sandbox, Screen(browser, f"{sandbox.base_url}/", DESKTOP) as screen:
        page = screen.show()
        token = page.get_by_label("Token")
        expect(token).to_be_focused()
        expect(page.get_by_role("heading", name="Hosts")).to_be_hidden()
        page.keyboard.type("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_have_text("The control token is missing or wrong")
        expect(token).to_have_value("")
        page.keyboard.type("t0ken")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Hosts")).to_be_visible()
        expect(token).to_be_hidden()
        page.reload()
        expect(page.get_by_role("heading", name="Hosts")).to_be_visible()
        assert not [request for request in screen.requests if "t0ken" in request]
        # The browser notes the two requests with status 401; nothing else goes wrong.
        assert {problem for problem in screen.errors() if "401" not in problem} == set()
