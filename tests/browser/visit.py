"""A visit of the site: a page of the browser that notes what goes wrong, and what it loads."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Response

#: Width and height of a window.
DESKTOP = (1280, 800)
PHONE = (390, 844)

#: A page of each kind, by its path in the site, without the suffix.
PAGES = [
    "index",
    "tutorials/first-host",
    "how-to/waiting",
    "reference/options",
    "reference/api/host",
    "reference/wire/changes",
    "reference/rest-api/changes",
    "reference/exceptions/HostFailed",
    "reference/cli/sync",
    "explanation/reliability",
]
#: More of these kinds.
OTHER_PAGES = ["how-to/applications", "how-to/errors", "reference/aio/change"]


class Visit:
    """A visit.

    Args:
        browser: The browser.
        address: Where the site is, with a slash at its end.
        size: Width and height of the window.
        scheme: The colors that the reader's system prefers.

    Attributes:
        page: The page of playwright.
        problems: Errors and warnings of the console, errors of scripts, requests that failed, and error statuses.
        requests: The addresses of all requests.
    """

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], scheme: str = "light") -> None:
        width, height = size
        self._address = address
        self._context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        self._context.set_default_timeout(10_000)
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.page = self._watched(self._context.new_page())

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._context.close()

    def open(self, name: str) -> Page:
        """Open a page of the site, by its path without the suffix."""
        response = self.page.goto(f"{self._address}{name}.html")
        # A file has no status.
        assert response is None or response.ok or response.status == 0, f"{name}: {response.status}"
        return self.page

    def leaving(self) -> list[str]:
        """Return the requests that left the site."""
        inside = (self._address, "data:", "blob:")
        return [request for request in self.requests if not request.startswith(inside)]

    def _watched(self, page: Page) -> Page:
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.problems.append(f"failed: {request.url}: {request.failure}"))
        page.on("response", self._check)
        return page

    def _check(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")
