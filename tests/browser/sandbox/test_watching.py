"""The page shows what happens in the sandbox, while it happens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from comodit_client.api import Client, Export
from comodit_client.sandbox import Sandbox
from tests.browser.sandbox.conftest import PROVISION_TIME, Screen
from tests.browser.visit import DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
MARKUP = "<img src=x onerror=document.title='attacked'>"


def row(page: Page, host: str) -> Locator:
    """Return the row of a host."""
    return page.locator("#hosts").get_by_role("row").filter(has=page.get_by_role("rowheader", name=host, exact=True))


def test_a_host_becomes_ready(screen: Screen, api_client: Client, server: Sandbox) -> None:
    page = screen.show()
    expect(page.get_by_text("0 hosts")).to_be_visible()
    host = api_client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution")
    expect(row(page, "web-1")).to_contain_text("DEFINED")
    host.provision()
    expect(row(page, "web-1")).to_contain_text("PROVISIONING")
    server.advance(PROVISION_TIME)
    expect(row(page, "web-1")).to_contain_text("READY")
    expect(page.get_by_role("status")).to_have_text("web-1 is READY")


def test_many_changes_are_one_message(screen: Screen, server: Sandbox) -> None:
    page = screen.show()
    expect(page.get_by_text("0 hosts")).to_be_visible()
    server.make_hosts(10)
    expect(page.get_by_role("status")).to_have_text("10 hosts changed their states")


def test_the_details_follow_the_state(screen: Screen, server: Sandbox) -> None:
    server.make_hosts(1, prefix="web-", provisioned=True)
    page = screen.show()
    row(page, "web-00000").get_by_role("button").click()
    details = page.get_by_role("region", name="Host OOO / Default / web-00000")
    expect(details).to_contain_text("READY")
    server.fail_task("OOO", "Default", "web-00000", task="add package php", error="disk full")
    with Client(server.url, "UUU", "PPP") as client:
        client.get_host("OOO", "Default", "web-00000").install("Wordpress")
    expect(details).to_contain_text("ERROR add package php: disk full")
    details.get_by_role("button", name="Wordpress: wp-config.php").click()
    file = page.get_by_role("region", name="File Wordpress: wp-config.php").first
    expect(file).to_contain_text("define('SITE', 'web-00000')")
    page.get_by_role("button", name="Close file").click()
    expect(details.get_by_role("button", name="Wordpress: wp-config.php")).to_be_focused()


def test_secrets_are_masked(screen: Screen, api_client: Client) -> None:
    api_client.get_organization("OOO").settings().create("wp_admin_password", "s3cret")
    page = screen.show()
    page.get_by_role("button", name="Settings of OOO").click()
    expect(page.get_by_role("row", name="wp_admin_password")).to_contain_text("********")
    assert "s3cret" not in page.content()


def test_names_with_markup_are_text(screen: Screen, api_client: Client, server: Sandbox) -> None:
    api_client.hosts("OOO", "Default").create(MARKUP, MARKUP, "Demo Platform", "Demo Distribution")
    api_client.organizations().create(f"{MARKUP} 2")
    api_client.get_organization("OOO").settings().create("text", MARKUP)
    server.fail("503", error=MARKUP, path=MARKUP)
    page = screen.show()
    row(page, MARKUP).get_by_role("button").click()
    expect(page.get_by_role("heading", name=f"Host OOO / Default / {MARKUP}")).to_be_visible()
    expect(page.get_by_role("row", name="text")).to_contain_text(MARKUP)
    expect(page.get_by_role("heading", name=f"{MARKUP} 2", exact=True)).to_be_visible()
    expect(page.locator("#faults")).to_contain_text(MARKUP)
    assert page.locator("img").count() == 0
    assert page.title() == "ComodIT sandbox"


def test_the_filter(screen: Screen, server: Sandbox) -> None:
    server.make_hosts(3, prefix="web-")
    server.make_hosts(1, prefix="db-")
    page = screen.show()
    expect(page.get_by_text("4 hosts")).to_be_visible()
    page.get_by_label("Name contains").fill("DB")
    expect(page.get_by_text("4 hosts, 1 with this name")).to_be_visible()
    expect(row(page, "db-00000")).to_be_visible()
    expect(row(page, "web-00000")).to_have_count(0)


def test_an_archive(browser: Browser, api_client: Client, server: Sandbox, tmp_path: Path) -> None:
    server.make_hosts(1, prefix="web-", applications=["Wordpress"])
    Export().export_organization(api_client.get_organization("OOO"), tmp_path / "OOO")
    with Sandbox(archive=tmp_path / "OOO") as archive, Screen(browser, f"{archive.base_url}/", DESKTOP) as screen:
        page = screen.show()
        expect(page.get_by_text("Read-only archive")).to_be_visible()
        page.get_by_role("button", name="Wordpress", exact=True).click()
        definition = page.get_by_role("region", name="application OOO / Wordpress")
        expect(definition).to_contain_text("httpd, php, wordpress")
        definition.get_by_role("button", name="wp-config.php").click()
        expect(page.locator("#file-text")).to_contain_text("'${wp_admin_email}'")
        expect(page.locator("#file-note")).to_have_text("As it is stored")
        assert screen.errors() == []


def test_the_page_says_that_the_sandbox_stopped(browser: Browser) -> None:
    with Sandbox() as sandbox, Screen(browser, f"{sandbox.base_url}/", DESKTOP) as screen:
        page = screen.show()
        expect(page.get_by_text("Connected", exact=True)).to_be_visible()
        sandbox.stop()
        expect(page.get_by_text("Disconnected; trying again")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_page_fits(screen: Screen, server: Sandbox, screenshots: Path | None) -> None:
    """The picture of the desktop is docs/images/sandbox-page.png."""
    server.make_hosts(3, prefix="web-", provisioned=True)
    server.fail_task("OOO", "Default", "web-00001", task="add package php", error="disk full")
    with Client(server.url, "UUU", "PPP") as client:
        client.get_host("OOO", "Default", "web-00001").install("Wordpress")
        client.hosts("OOO", "Default").create("db-1", "", "Demo Platform", "Demo Distribution").provision()
    server.fail("503", times=2, path="*/hosts/*")
    page = screen.show()
    row(page, "web-00001").get_by_role("button").click()
    expect(page.get_by_role("region", name=re.compile("Host OOO"))).to_contain_text("disk full")
    needed, given = page.evaluate(WIDTHS)
    assert needed <= given
    if screenshots:
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=screenshots / f"sandbox-page-{given}.png")
