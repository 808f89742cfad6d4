"""Programs of the tests, the examples and the pages are current: only what is old on purpose changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from comodit_client.upgrade.rewrite import upgrade
from comodit_client.upgrade.script import read
from tests.docs.conftest import PAGES, ROOT, Page
from tests.typing.programs import MARK

FOLDERS = ("tests", "examples", "benchmarks")
SCRIPTS = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
#: The programs that use old names, and the lines that change in each.
OLD = {"tests/typing/bad/deprecated_arguments.py": 23, "tests/typing/good/facade.py": 1}


def changed(text: str, path: Path) -> int:
    """Return how many lines the upgrade changes. The result is valid, and a second run changes nothing."""
    result = upgrade(text, path)
    if result is None:
        return 0
    again = upgrade(result.text, path)
    assert again is not None
    assert again.text == result.text
    before, after = text.splitlines(), result.text.splitlines()
    return sum(one != other for one, other in zip(before, after, strict=True))


@pytest.mark.slow
def test_only_old_programs_change() -> None:
    counts = {path.relative_to(ROOT).as_posix(): changed(read(path).text, path) for path in SCRIPTS}
    assert len(counts) > 300
    assert {name: count for name, count in counts.items() if count} == OLD


def test_old_arguments_are_gone_where_their_meaning_is_known() -> None:
    path = ROOT / "tests/typing/bad/deprecated_arguments.py"
    text = path.read_text(encoding="utf-8")
    result = upgrade(text, path)
    assert result is not None
    marked = [number for number, line in enumerate(text.splitlines(), 1) if MARK.search(line)]
    same = [number for number in marked if text.splitlines()[number - 1] == result.text.splitlines()[number - 1]]
    assert [each.line for each in result.advice] == same
    assert len(marked) > 10 * len(same)


def blocks() -> Iterator[tuple[str, str]]:
    for page in map(Page, PAGES):
        for block in page.blocks:
            if block.language == "python":
                yield f"{page.name}:{block.above}", block.text


@pytest.mark.parametrize("timeout", [None, 60])
def test_the_blocks_of_the_pages_stay_as_they_are_or_valid(timeout: int | None) -> None:
    seen = 0
    for name, text in blocks():
        result = upgrade(f"import comodit_client.api\n{text}", Path(name), timeout) if _is_module(text) else None
        seen += result is not None
        if result is not None and timeout is None:
            assert result.text.partition("\n")[2] == text, name
    assert seen > 50


def _is_module(text: str) -> bool:
    """Return whether a block is valid outside of an async function; the others await at the top level."""
    try:
        ast.parse(text)
        compile(text, "block", "exec")
    except SyntaxError:
        return False
    return True
