"""Fixtures of the tests of the sandbox's page: a sandbox whose time a test advances, a client, and the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from comodit_client.api import Client
from comodit_client.sandbox import ManualClock, Sandbox
from tests.browser.visit import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROVISION_TIME = 10.0


class Screen(Visit):
    """A visit of the page of a sandbox."""

    def show(self) -> Page:
        """Open the page of the sandbox."""
        self.page.goto(f"{self._address}sandbox/")
        return self.page

    def errors(self) -> list[str]:
        """Return the problems, except the ends of streams: the page ends one when the filter changes."""
        return [problem for problem in self.problems if not ("/sandbox/events" in problem and "ABORTED" in problem)]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def server(clock: ManualClock) -> Iterator[Sandbox]:
    with Sandbox(provision_time=PROVISION_TIME, change_time=0, clock=clock) as sandbox:
        yield sandbox


@pytest.fixture
def api_client(server: Sandbox) -> Iterator[Client]:
    with Client(server.url, "UUU", "PPP") as client:
        yield client


@pytest.fixture
def scheme() -> str:
    """Return the colors that the system prefers. Tests that need others give them as a parameter."""
    return "light"


@pytest.fixture
def screen(browser: Browser, server: Sandbox, size: tuple[int, int], scheme: str) -> Iterator[Screen]:
    """Return a visit of the page; at its end, nothing has gone wrong and no request has left the server."""
    with Screen(browser, f"{server.base_url}/", size, scheme) as visit:
        yield visit
        assert visit.errors() == []
        assert visit.leaving() == []
        assert visit.requests
