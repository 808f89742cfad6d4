"""Writes texts and values of the schema as Markdown."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

#: A code span of a description, which is Markdown, or the beginning of a tag outside of one.
_CODE_OR_TAG = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<")
#: Longer values are cut in tables.
_MAX_VALUE = 120


def prose(text: str) -> str:
    """Return a description on one line, without HTML.

    Args:
        text: A description of the schema; it may have code spans.
    """
    return _CODE_OR_TAG.sub(lambda found: "&lt;" if found[0] == "<" else found[0], " ".join(text.split()))


def cell(text: str) -> str:
    """Return a description for a cell of a table.

    Args:
        text: A description of the schema; it may have code spans.
    """
    return prose(text).replace("|", "\\|")


def code(text: str) -> str:
    """Return a text as a code span for prose or a cell of a table.

    Args:
        text: A text on one line.
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    # A space keeps a backtick at an end apart from the marks.
    blank = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{marks}{blank}{text}{blank}{marks}".replace("|", "\\|")


def value(example: Any) -> str:
    """Return an example for a cell of a table, cut if it is long.

    Args:
        example: A JSON value.
    """
    text = json.dumps(example, ensure_ascii=False)
    return code(text if len(text) <= _MAX_VALUE else f"{text[:_MAX_VALUE]}…")


def fenced(text: str, language: str) -> str:
    """Return a code block.

    Args:
        text: The code.
        language: Its language.
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{language}\n{text.rstrip()}\n{marks}"


def anchors(headings: Iterable[str]) -> list[str]:
    """Return the anchors that GitHub gives the headings of a page.

    Args:
        headings: All headings, in the order of the page.
    """
    seen: Counter[str] = Counter()
    found = []
    for heading in headings:
        name = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        found.append(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found
