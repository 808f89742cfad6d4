"""The requests and the snapshots, of a sandbox that has the commands for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from comodit_client.api import Client
from tests.browser.sandbox.conftest import Screen

REQUEST = {
    "operation": "hosts.create",
    "method": "POST",
    "path": "/api/organizations/OOO/environments/Default/hosts/",
    "query": {},
    "names": {"organization": "OOO", "environment": "Default"},
    "body": {"name": "<b>web</b>"},
    "status": 409,
    "error": ["name already in use"],
    "seconds": 0.0123,
    "at": 0.0,
    "fault": None,
    "caller": "UUU",
}


def answer(page: Page, path: str, document: Callable[[Any], Any]) -> None:
    """Respond to the requests for a path with what a function returns for their bodies."""

    def respond(route: Route) -> None:
        route.fulfill(json=document(json.loads(route.request.post_data or "null")))

    page.route(f"**{path}", respond)


def with_commands(page: Page, *names: str) -> None:
    """Let a sandbox list only some commands."""
    commands = {name: ["GET"] for name in names}
    page.route(
        "**/sandbox/page/options", lambda route: route.fulfill(json=route.fetch().json() | {"commands": commands})
    )


def test_requests(screen: Screen, api_client: Client) -> None:
    with_commands(screen.page, "requests")
    answer(
        screen.page, "/sandbox/requests", lambda _: {"requests": [REQUEST, {**REQUEST, "status": 200, "body": None}]}
    )
    page = screen.show()
    requests = page.get_by_role("table", name="The latest requests")
    expect(requests.get_by_role("row")).to_have_count(3)
    assert requests.get_by_role("cell", name="409").is_visible()
    requests.locator("summary").last.click()
    expect(requests.locator("code").last).to_contain_text("<b>web</b>")
    # Another request reads them again; the open one stays open.
    page.wait_for_timeout(1100)
    with page.expect_request("**/sandbox/requests"):
        api_client.get_organization("OOO")
    expect(requests.locator("code").last).to_be_visible()


def test_snapshots(screen: Screen) -> None:
    names: list[str] = []
    restored: list[str] = []
    with_commands(screen.page, "snapshots")
    answer(screen.page, "/sandbox/snapshots", lambda _: {"snapshots": names})
    answer(screen.page, "/sandbox/snapshot", lambda _: names.append("first") or {"name": "first"})
    answer(screen.page, "/sandbox/restore", lambda body: restored.append(body["name"]) or {})
    page = screen.show()
    page.get_by_role("button", name="Take a snapshot").click()
    expect(page.get_by_label("Snapshot", exact=True)).to_have_value("first")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_role("status")).to_have_text("Snapshot first is restored")
    assert restored == ["first"]
