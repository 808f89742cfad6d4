"""The pages that users read, split into code and prose: README.md and docs/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)$")
#: Code in a page that its readers do not see: it prepares the next block, or checks the last one.
HIDDEN = "<!-- test:"


@dataclass(frozen=True)
class Block:
    """A code block of a page."""

    language: str
    text: str
    #: The number of lines of the page above its first line.
    above: int


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
        """All code blocks in order; those in comments have the language `test`."""
        found: list[Block] = []
        lines = iter(enumerate(self.text.splitlines(), 1))
        for number, line in lines:
            fence = FENCE.match(line)
            if fence or line.startswith(HIDDEN):
                end = "```" if fence else "-->"
                inside = []
                while (inner := next(lines, (0, None))[1]) != end:
                    assert inner is not None, f"{self.name}:{number}: the code block is not closed"
                    inside.append(inner)
                found.append(Block(fence.group(1) if fence else "test", "\n".join(inside) + "\n", number))
        return found

    @cached_property
    def prose(self) -> str:
        """The text without its code."""
        return re.sub(r"^```.*?^```$|^<!--.*?-->$", "", self.text, flags=re.MULTILINE | re.DOTALL)

    @property
    def terms(self) -> list[str]:
        """The terms that the prose sets in backticks."""
        return re.findall(r"`([^`\n]+)`", self.prose)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page" in metafunc.fixturenames:
        pages = [Page(path) for path in PAGES]
        metafunc.parametrize("page", pages, ids=[page.name for page in pages])


@pytest.fixture
def root() -> Path:
    """Return the folder of README.md."""
    return ROOT
