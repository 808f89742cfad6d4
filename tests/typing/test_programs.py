"""Type checkers accept correct programs, and report each mistake."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.typing.checkers import CHECKERS, Checker
from tests.typing.programs import Program, label, programs

#: A folder that is not read would have no mistakes.
FEWEST_MISTAKES = 100


@pytest.mark.slow
@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.__name__)
def test_exactly_the_marked_lines_are_reported(checker: Checker, tmp_path: Path) -> None:
    read = programs(tmp_path)
    reported = dict(checker([program.path for program in read], tmp_path))
    marked = set().union(*(program.marked(checker.__name__) for program in read))
    missing = [f"{line} is not reported" for line in sorted(marked - reported.keys())]
    wrong = [f"{line}: {reported[line]}" for line in sorted(reported.keys() - marked)]
    assert missing + wrong == [], "\n".join(missing + wrong)


def test_mypy_and_pyright_report_every_mistake(tmp_path: Path) -> None:
    spared = Counter(name for program in programs(tmp_path) for names in program.marks.values() for name in names)
    assert spared.keys() <= {"pyrefly", "ty"}


def test_the_mistakes_are_in_the_folder_for_them(tmp_path: Path) -> None:
    kept = [program for program in programs(tmp_path) if program.path.parent.name in ("good", "bad", "examples")]
    assert {program.path.parent.name for program in kept if program.marks} == {"bad"}
    assert sum(len(program.marks) for program in kept) >= FEWEST_MISTAKES


def test_a_page_that_awaits_becomes_an_async_function(tmp_path: Path) -> None:
    pages = {program.path.stem: program.path.read_text(encoding="utf-8") for program in programs(tmp_path)}
    assert pages["docs_how_to_async_md_0"].startswith("async def page() -> None:\n")
    assert "async def page()" not in pages["docs_how_to_waiting_md_0"]
    assert {f"README_md_{number}" for number in range(3)} <= pages.keys()


def test_a_mark_names_the_checkers_that_miss_the_line(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text('one = 1\none.two  # type error\none.three  # type error: not pyrefly, ty\n"# type errors"\n')
    program = Program(path)
    two, three = label(path, 2), label(path, 3)
    assert program.marks == {two: set(), three: {"pyrefly", "ty"}}
    assert program.marked("ty") == {two}
    assert program.marked("mypy") == {two, three}
