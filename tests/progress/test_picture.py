"""The picture in the guide shows what the display shows today."""

from __future__ import annotations

import html
import re
import runpy

from tests.docs.conftest import ROOT


def texts(picture: str) -> list[str]:
    """Return the texts of a picture; shapes and colors depend on the version of rich."""
    return [
        html.unescape(text).replace("\xa0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    ]


def test_the_picture_is_current() -> None:
    drawn = runpy.run_path(str(ROOT / "docs/images/live_wait.py"))
    found = texts(drawn["PICTURE"].read_text(encoding="utf-8"))
    assert found == texts(drawn["picture"]())
    assert {"web-017", "ERROR", "1:48", "and 192 more"} <= set(found)


def test_the_picture_needs_no_other_server() -> None:
    picture = (ROOT / "docs/images/live-wait.svg").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!#)", picture) == []
