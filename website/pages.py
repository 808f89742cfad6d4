"""Reads the pages of the built site: their anchors, and what they link to or load."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from attrs import Factory, define

#: The attributes with addresses. A `href` of these elements is loaded with the page; others are followed by readers.
ADDRESSES = ("href", "src", "srcset", "data", "poster")
#: The tags that matter, and those whose content is no HTML. The parser takes four times as long for all tags.
TAGS = re.compile(
    r"</?(?:script|style)\b[^>]*>"
    rf"""|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*?\s(?:id|name|{"|".join(ADDRESSES)})=(?:[^>"']|"[^"]*"|'[^']*')*>"""
)
#: Values of `rel` that name a page, and load nothing.
NOT_LOADED = {"alternate", "canonical", "describedby", "next", "prev"}


@define
class Page:
    """A page.

    Args:
        anchors: The ids of its elements.
        links: The addresses that it links to.
        loads: The addresses that a browser loads with it.
    """

    anchors: set[str] = Factory(set)
    links: list[str] = Factory(list)
    loads: list[str] = Factory(list)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._page.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        is_followed = tag == "a" or (tag == "link" and given.get("rel") in NOT_LOADED)
        found = self._page.links if is_followed else self._page.loads
        found += [given[name] for name in ADDRESSES if name in given]


def read(file: Path) -> Page:
    """Read a page.

    Args:
        file: The HTML file.
    """
    page = Page()
    reader = _Reader(page)
    reader.feed("".join(TAGS.findall(file.read_text(encoding="utf-8"))))
    reader.close()
    return page


def read_all(site: Path) -> dict[str, Page]:
    """Read all pages.

    Args:
        site: The folder of the site.

    Returns:
        The pages, by their paths in the site.
    """
    return {file.relative_to(site).as_posix(): read(file) for file in sorted(site.rglob("*.html"))}
