"""The pictures in README and the guides show what the programs print today, and can be read by everybody."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.docs.conftest import ROOT

IMAGES = ROOT / "docs" / "images"
PICTURES = [IMAGES / "live-wait.svg", IMAGES / "quick-start.svg"]
SVG = "{http://www.w3.org/2000/svg}"
#: What WCAG 2.1 demands for text, level AA.
CONTRAST = 4.5


def texts(picture: str) -> list[str]:
    """Return the texts of a picture; shapes and colors depend on the version of rich."""
    return [
        html.unescape(text).replace("\xa0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    ]


def without_numbers(texts: list[str]) -> list[str]:
    """Return the texts without times, ports and addresses, and without the empty space beside them."""
    return [re.sub(r"\d+", "0", re.sub(r" +", " ", text)) for text in texts]


def luminance(color: str) -> float:
    """Return the relative luminance of a color such as #aabbcc, as WCAG defines it."""
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts find each other, as when they are run by hand."""
    monkeypatch.syspath_prepend(IMAGES)


@pytest.fixture
def live_wait(scripts: None) -> ModuleType:
    return import_module("live_wait")


@pytest.fixture
def quick_start(scripts: None) -> ModuleType:
    return import_module("quick_start")


def test_the_picture_of_the_wait_is_current(live_wait: ModuleType) -> None:
    found = texts(live_wait.PICTURE.read_text(encoding="utf-8"))
    assert found == texts(live_wait.picture())
    assert {"web-017", "ERROR", "1:48", "and 192 more"} <= set(found)


def test_the_picture_of_the_quick_start_is_current(quick_start: ModuleType) -> None:
    found = texts(quick_start.PICTURE.read_text(encoding="utf-8"))
    assert without_numbers(found) == without_numbers(texts(quick_start.picture(quick_start.output())))
    assert {"Host is ready", "Wordpress is installed", "Host deleted"} <= set(found)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_needs_no_other_server(path: Path) -> None:
    assert re.findall(r"url\((?!#)|href=|@import", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_screen_readers_read_a_picture(path: Path) -> None:
    root = ET.parse(path).getroot()
    labels = {root.find(f"{SVG}{name}") for name in ("title", "desc")}
    assert root.get("role") == "img"
    assert {label.get("id") for label in labels if label is not None and label.text} == set(
        root.get("aria-labelledby", "").split()
    )


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_the_texts_of_a_picture_have_contrast(path: Path) -> None:
    picture = path.read_text(encoding="utf-8")
    (background,) = re.findall(r'<rect fill="(#\w{6})" stroke=', picture)
    colors = re.findall(r"-r\d+ \{ fill: (#\w{6})", picture)
    assert colors
    for color in colors:
        light, dark = sorted([luminance(color), luminance(background)], reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= CONTRAST, color
