"""The programs that type checkers read: good/, bad/, examples/, and the Python blocks of README and docs."""

from __future__ import annotations

import inspect
import re
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.docs.conftest import PAGES, ROOT, Block, Page

HERE = Path(__file__).resolve().parent
#: Every checker reports a line with this mark, except those that it names.
MARK = re.compile(r"# type error(?:: not (.+))?$")
#: Blocks with this line are left out: the types of Dask are incomplete, so strict checkers report every call of it.
UNTYPED = "import distributed\n"


@dataclass(frozen=True)
class Program:
    """A program, and the lines that type checkers must report."""

    path: Path

    @cached_property
    def marks(self) -> dict[str, set[str]]:
        """Return the marked lines, each with the checkers that do not report it."""
        lines = enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1)
        marks = ((number, MARK.search(line)) for number, line in lines)
        return {label(self.path, number): set((mark[1] or "").split(", ")) - {""} for number, mark in marks if mark}

    def marked(self, checker: str) -> set[str]:
        """Return the lines that a checker must report."""
        return {line for line, spared in self.marks.items() if checker not in spared}


def label(path: str | Path, number: int) -> str:
    """Return the name of a line without the temporary folder, since mypy reports lines from its cache as well."""
    return f"{'/'.join(Path(path).parts[-2:])}:{number}"


def programs(folder: Path) -> list[Program]:
    """Return all programs; the code blocks of pages become files in the folder."""
    kept = [*HERE.glob("good/*.py"), *HERE.glob("bad/*.py"), *ROOT.glob("examples/*.py")]
    return [Program(path) for path in [*sorted(kept), *extracted(folder / "docs")]]


def extracted(folder: Path) -> Iterator[Path]:
    """Write the Python blocks of each page as a program, with the line numbers of the page."""
    folder.mkdir()
    for page in map(Page, PAGES):
        for number, blocks in enumerate(split(page)):
            # Several folders have an index.md, and the names of modules are unique.
            name = page.name.removesuffix(".md").replace("/", "_").replace("-", "_")
            path = folder / f"{name}_md_{number}.py"
            path.write_text(source(blocks), encoding="utf-8")
            yield path


def split(page: Page) -> list[list[Block]]:
    """Return the blocks of each program: a page is one program for each API, each block of the README is one."""
    programs = [[block for block in page.python(variant) if UNTYPED not in block.text] for variant in page.variants]
    if page.name == "README.md":
        return [[block] for block in programs[0]]
    return [blocks for blocks in programs if blocks]


def source(blocks: list[Block]) -> str:
    """Return one module for the blocks; those that await at the top level become an async function."""
    lines: list[str] = []
    for block in blocks:
        lines += [""] * (block.above - len(lines)) + block.text.splitlines()
    code = compile("\n".join(lines), "page", "exec", flags=PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    if code.co_flags & inspect.CO_COROUTINE:
        # A page begins with a heading, so that its first line is free.
        lines = ["async def page() -> None:", *("    " + line for line in lines[1:])]
    return "\n".join(lines) + "\n"
