"""The links of the advice lead to sections of the guide on the site."""

from __future__ import annotations

import re
from pathlib import Path

from comodit_client.upgrade import advise, calls, guide, imports, python2
from tests.docs.conftest import ROOT
from tests.docs.test_links import anchors


def test_the_sections_exist() -> None:
    modules = (advise, calls, imports, python2)
    texts = [Path(str(module.__file__)).read_text(encoding="utf-8") for module in modules]
    # The constants that name sections are those in lower case with hyphens.
    sections = {found for text in texts for found in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', text)} - {"utf-8"}
    assert len(sections) == 10
    assert sections <= anchors(ROOT / "docs" / "how-to" / "coming-from-the-old-client.md")


def test_the_guide_is_a_page_of_the_site() -> None:
    site = re.search(r"^site_url: (.*)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert site is not None
    # The site has no folder for each page, since it also works without a server.
    page = guide.GUIDE.removeprefix(site.group(1)).removesuffix(".html")
    assert (ROOT / "docs" / f"{page}.md").is_file()
