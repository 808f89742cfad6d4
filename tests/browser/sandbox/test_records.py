"""The requests and the snapshots."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import expect

from comodit_client.api import ApiException, Client
from comodit_client.sandbox import Sandbox
from tests.browser.sandbox.conftest import Screen


def test_requests(screen: Screen, server: Sandbox, api_client: Client) -> None:
    hosts = api_client.hosts("OOO", "Default")
    hosts.create("<b>web</b>")
    with suppress(ApiException):
        hosts.create("<b>web</b>")
    page = screen.show()
    requests = page.get_by_role("table", name="The latest requests")
    expect(requests.get_by_role("row")).to_have_count(1 + len(server.requests))
    assert requests.get_by_role("cell", name="409").is_visible()
    requests.locator("summary").first.click()
    expect(requests.locator("code").first).to_contain_text("<b>web</b>")
    # Another request reads them again; the open one stays open.
    page.wait_for_timeout(1100)
    with page.expect_request("**/sandbox/requests"):
        api_client.get_organization("OOO")
    expect(requests.get_by_text("<b>web</b>").first).to_be_visible()


def test_snapshots(screen: Screen, server: Sandbox, api_client: Client) -> None:
    page = screen.show()
    page.get_by_role("button", name="Take a snapshot").click()
    expect(page.get_by_label("Snapshot", exact=True)).to_be_visible()
    (name,) = server.snapshots()
    api_client.hosts("OOO", "Default").create("later")
    expect(page.get_by_role("rowheader", name="later")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_role("status")).to_have_text(f"Snapshot {name} is restored")
    expect(page.get_by_role("rowheader", name="later")).to_have_count(0)
    assert not api_client.hosts("OOO", "Default").exists("later")
