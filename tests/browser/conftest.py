"""Fixtures of the tests of the site in a browser: the site on a local server, Chromium, and pages in it."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.visit import DESKTOP, Visit
from tests.docs.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITE = ROOT / "site"
#: A container has no sandbox for Chromium. The resolver finds no host but this one.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("browser")
    group.addoption("--browser-path", required=True, help="Chromium, by its name or its path")
    group.addoption("--screenshots", type=Path, help="a folder for pictures of the pages")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these tests out of a run of all tests, which has no such option: `make browser` runs them."""
    return None if config.getoption("browser_path", None) else True


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="session")
def site() -> Path:
    assert (SITE / "index.html").is_file(), "there is no site: run make docs"
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the site on a local server."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Files, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Return Chromium, with a new profile in a temporary folder."""
    # Here, because a run of all tests imports this module, and has no playwright.
    from playwright.sync_api import sync_playwright

    name = request.config.getoption("browser_path")
    path = shutil.which(name)
    assert path, f"there is no {name}: install Chromium, for example Debian's package chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def screenshots(request: pytest.FixtureRequest) -> Path | None:
    folder: Path | None = request.config.getoption("screenshots")
    return folder


@pytest.fixture
def size() -> tuple[int, int]:
    """Return the size of the window. Tests that need others give them as a parameter."""
    return DESKTOP


@pytest.fixture
def visit(browser: Browser, address: str, size: tuple[int, int]) -> Iterator[Visit]:
    """Return a visit of the site by a new reader."""
    with Visit(browser, address, size) as visit:
        yield visit


@pytest.fixture
def local_visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """Return a visit of the files of the site, without a server."""
    with Visit(browser, f"{site.as_uri()}/", DESKTOP) as visit:
        yield visit
