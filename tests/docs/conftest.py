"""The pages that users read, split into code and prose: README.md and docs/."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
#: Written by a program, and checked by tests of their own.
GENERATED = {DOCS / "reference" / name for name in ("aio", "api", "cli", "rest-api", "wire")}
WRITTEN = [path for path in sorted(DOCS.rglob("*.md")) if not GENERATED & {*path.parents}]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *WRITTEN]
FENCE = re.compile(r"^( *)```(\w*)$")
TAB = re.compile(r'^=== "(.+)"$')
#: The tabs that hold the same code for each API.
SYNC, ASYNC = "Sync", "Async"


@dataclass(frozen=True)
class Block:
    """A code block of a page."""

    language: str
    text: str
    #: The number of lines of the page above its first line.
    above: int
    #: The title of the tab that it is in; empty outside of tabs.
    tab: str = ""


@dataclass(frozen=True)
class Page:
    """A page of Markdown."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def blocks(self) -> list[Block]:
        """All code blocks in order."""
        found: list[Block] = []
        lines = iter(enumerate(self.text.splitlines(), 1))
        tab = ""
        for number, line in lines:
            if title := TAB.match(line):
                tab = title.group(1)
            elif line and not line.startswith(" "):
                tab = ""
            if fence := FENCE.match(line):
                inside = []
                while (inner := next(lines, (0, None))[1]) != f"{fence.group(1)}```":
                    assert inner is not None, f"{self.name}:{number}: the code block is not closed"
                    inside.append(inner)
                text = textwrap.dedent("\n".join(inside)) + "\n"
                found.append(Block(fence.group(2), text, number, tab))
        return found

    @property
    def variants(self) -> list[str]:
        """The tabs of which one is read: those of both APIs, or none if the page has no such tabs."""
        tabs = {block.tab for block in self.blocks}
        return [tab for tab in (SYNC, ASYNC) if tab in tabs] or [""]

    def python(self, variant: str) -> list[Block]:
        """Return the Python that a reader of one variant sees, in order."""
        others = {SYNC, ASYNC} - {variant}
        return [block for block in self.blocks if block.language == "python" and block.tab not in others]

    @cached_property
    def prose(self) -> str:
        """The text without its code."""
        return re.sub(r"^( *)```.*?^\1```$", "", self.text, flags=re.MULTILINE | re.DOTALL)

    @property
    def terms(self) -> list[str]:
        """The terms that the prose sets in backticks."""
        return re.findall(r"`([^`\n]+)`", self.prose)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page" in metafunc.fixturenames:
        pages = [Page(path) for path in PAGES]
        variants = [(page, variant) for page in pages for variant in page.variants]
        if "variant" in metafunc.fixturenames:
            names = [f"{page.name}-{variant}" if variant else page.name for page, variant in variants]
            metafunc.parametrize(("page", "variant"), variants, ids=names)
        else:
            metafunc.parametrize("page", pages, ids=[page.name for page in pages])


@pytest.fixture
def root() -> Path:
    """Return the folder of README.md."""
    return ROOT
