"""The check of links finds what is dead or foreign."""

from __future__ import annotations

from pathlib import Path

import pytest

from website.links import dead_links, foreign_loads
from website.pages import read_all

HOME = "https://zoo.example/docs/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "rex.html").write_text('<h1 id="rex">Rex</h1>', encoding="utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


def with_page(site: Path, body: str) -> Path:
    (site / "pets" / "index.html").write_text(body, encoding="utf-8")
    return site


@pytest.mark.parametrize(
    "body",
    [
        '<a href="rex.html">',
        '<a href="rex.html#rex">',
        '<a href="./../pets/rex.html">',
        '<h2 id="a-b"><a href="#a-b">',
        '<a href="">',
        '<img src="../logo.svg">',
        f'<a href="{HOME}pets/rex.html#rex">',
        '<a href="/docs/logo.svg">',
        '<a href="https://elsewhere.example/no.html">',
        '<a href="mailto:rex@zoo.example">',
        "<script>text = '<a href=\"no.html\">'</script>",
    ],
)
def test_a_living_link(site: Path, body: str) -> None:
    with_page(site, body)
    assert list(dead_links(read_all(site), site, HOME)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<a href="tom.html">', "tom.html: there is no such file"),
        ('<a href="rex.html#tom">', "rex.html#tom: there is no such anchor"),
        ('<a href="#tom">', "#tom: there is no such anchor"),
        ('<img src="logo.svg">', "logo.svg: there is no such file"),
        ('<link rel="next" href="tom.html">', "tom.html: there is no such file"),
        ('<a\n title="a > b" href="rex.md">', "rex.md: there is no such file"),
        (f'<a href="{HOME}tom.html">', f"{HOME}tom.html: there is no such file"),
        ('<a href="/docs/tom.html">', "/docs/tom.html: there is no such file"),
        ('<script>text = 1</script><a href="tom.html">', "tom.html: there is no such file"),
    ],
)
def test_a_dead_link(site: Path, body: str, found: str) -> None:
    with_page(site, body)
    assert list(dead_links(read_all(site), site, HOME)) == [f"pets/index.html: {found}"]


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ('<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js"),
        ('<img src="//cdn.example/a.png">', "//cdn.example/a.png"),
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', "https://cdn.example/a.css"),
        ('<link rel="preconnect" href="https://cdn.example">', "https://cdn.example"),
    ],
)
def test_what_a_page_loads_from_another_host(site: Path, body: str, address: str) -> None:
    with_page(site, body)
    assert list(foreign_loads(read_all(site), site)) == [f"pets/index.html: {address}: it is loaded from another host"]


def test_what_a_style_sheet_loads_from_another_host(site: Path) -> None:
    rules = '@import "https://a.example/x.css"; a {b: url(https://b.example/x.woff)} c {d: url("data:,x")}'
    (site / "site.css").write_text(rules, encoding="utf-8")
    found = ["https://a.example/x.css", "https://b.example/x.woff"]
    lines = [f"site.css: {one}: it is loaded from another host" for one in found]
    assert list(foreign_loads(read_all(site), site)) == lines
    (site / "site.css").write_text("a {b: url(logo.svg)}", encoding="utf-8")
    assert list(foreign_loads(read_all(site), site)) == []
