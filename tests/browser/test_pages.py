"""Pages of each kind load without an error, and fit into windows of both sizes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.visit import DESKTOP, OTHER_PAGES, PAGES, PHONE, Visit

SIZES = {"desktop": DESKTOP, "phone": PHONE}
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]))"
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", PAGES + OTHER_PAGES)
def test_a_page_loads_and_fits(visit: Visit, name: str, size: tuple[int, int], screenshots: Path | None) -> None:
    page = visit.open(name)
    page.wait_for_load_state("networkidle")
    if screenshots:
        page.screenshot(path=screenshots / f"{name.replace('/', '-')}-{size[0]}.png")
    assert visit.requests
    assert visit.leaving() == []
    assert visit.problems == []
    needed, given = page.evaluate(WIDTHS)
    assert needed <= given
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert [(one, other) for one, other in pairwise(levels) if other > one + 1] == []


def test_a_page_loads_from_a_file(local_visit: Visit) -> None:
    page = local_visit.open("reference/api/host")
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").inner_text().startswith("api.host")
    assert local_visit.requests
    assert local_visit.leaving() == []
    assert local_visit.problems == []


def test_a_visit_notes_what_goes_wrong(visit: Visit, address: str) -> None:
    page = visit.open("index")
    page.evaluate(
        """async address => {
            await fetch(address + "nothing.html");
            await fetch("https://comodit.test/").catch(() => 0);
            console.error("printed");
            setTimeout(() => { throw Error("thrown"); });
            await new Promise(done => setTimeout(done, 50));
        }""",
        address,
    )
    assert visit.leaving() == ["https://comodit.test/"]
    found = "\n".join(visit.problems)
    for problem in ("404: http", "failed: https://comodit.test/: net::ERR_NAME", "console: printed", "error: thrown"):
        assert problem in found
