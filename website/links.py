"""Checks the links of the built site: each leads to a file and an anchor, and nothing is loaded from another host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from website.pages import Page

#: What a style sheet loads.
STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
#: The theme's icons are data in the style sheet.
EMBEDDED = ("data:", "#")


def dead_links(pages: Mapping[str, Page], site: Path, home: str) -> Iterator[str]:
    """Yield a line for each link that leads nowhere.

    Args:
        pages: The pages of the site, by their paths in it.
        site: The folder of the site.
        home: The address of the published site. Links to it, and to its path, are checked like relative ones.
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for path, page in pages.items():
        for link in dict.fromkeys((*page.links, *page.loads)):
            target, anchor = _target(link, path, home)
            if target is None:
                continue
            if target not in files:
                yield f"{path}: {link}: there is no such file"
            elif target in pages and anchor and anchor not in pages[target].anchors:
                yield f"{path}: {link}: there is no such anchor"


def _target(link: str, path: str, home: str) -> tuple[str | None, str]:
    """Return the path in the site and the anchor that a link of a page leads to; no path if it leaves the site."""
    for start in (home, urlsplit(home).path):
        if link.startswith(start):
            path, link = "index.html", link.removeprefix(start)
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    return "index.html" if target == "." else target, unquote(parts.fragment)


def foreign_loads(pages: Mapping[str, Page], site: Path) -> Iterator[str]:
    """Yield a line for each file that a page or a style sheet loads from another host.

    Args:
        pages: The pages of the site, by their paths in it.
        site: The folder of the site.
    """
    for path, page in pages.items():
        yield from (f"{path}: {one}: it is loaded from another host" for one in page.loads if _is_foreign(one))
    for file in sorted(site.rglob("*.css")):
        found = [one or other for one, other in STYLE.findall(file.read_text(encoding="utf-8"))]
        yield from (f"{file.name}: {one}: it is loaded from another host" for one in found if _is_foreign(one))


def _is_foreign(address: str) -> bool:
    return not address.startswith(EMBEDDED) and bool(urlsplit(address).scheme or urlsplit(address).netloc)
