"""The pages of the exceptions: one for each, at its place in the tree, and linked from the class."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import textwrap
from pathlib import Path

import pytest

from comodit_client.rest import exceptions
from tests.docs.conftest import DOCS, ROOT

FOLDER = DOCS / "reference" / "exceptions"
KINDS: list[type[Exception]] = [getattr(exceptions, name) for name in exceptions.__all__]
WARNINGS = [kind for kind in KINDS if issubclass(kind, Warning)]
#: The modules with the exceptions that are narrower for type checkers.
NARROWED = [ROOT / "handwritten/comodit_client/aio/exceptions.py", ROOT / "generated/comodit_client/api/exceptions.py"]
ITEM = re.compile(r"^( *)- \[(\w+)\]\(\2\.md\): (.*)$", re.MULTILINE)
NAME = re.compile(r"`(\w+)`")
LINK = re.compile(r"\[(\w+)\]\(\1\.md\)")

each_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])


def page(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return the text below a heading; empty without that heading."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def link(name: str) -> str:
    """Return the line of a docstring that leads to a page."""
    return f"\n[Cause and remedy](../exceptions/{name}.md)\n"


def is_own(kind: type) -> bool:
    return kind in KINDS


def own_attributes(kind: type[Exception]) -> set[str]:
    """Return the public attributes that a class sets or computes itself."""
    nodes = [*ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind))))]
    stored = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    computed = {name for name, member in vars(kind).items() if isinstance(member, property)}
    return {name for name in stored | computed if not name.startswith("_")}


def standard_bases(kind: type[Exception]) -> list[str]:
    """Return the names of Python's own exceptions that a class derives from directly, but not that of all."""
    named = [base.__name__ for base in kind.__bases__ if base is not Exception]
    return [name for name in named if hasattr(builtins, name)]


def family(name: str, word: str) -> set[str]:
    """Return the links behind `Parent` or `Children` at the end of a page."""
    found = re.search(rf"^- {word}: (.*?)(?:;|\n- |\Z)", section(page(name), "See also"), re.MULTILINE | re.DOTALL)
    return set(LINK.findall(found[1])) if found else set()


def test_every_exception_has_a_page_and_every_page_an_exception() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*exceptions.__all__, "index"}


def test_every_exception_is_at_its_place_in_the_tree() -> None:
    items = ITEM.findall(section(page("index"), "Tree"))
    assert sorted(name for _, name, _ in items) == sorted(exceptions.__all__)
    above: list[type] = [Exception]
    for indent, name, text in items:
        kind, level = getattr(exceptions, name), len(indent) // 4 + 1
        expected = UserWarning if kind in WARNINGS else above[level - 1]
        assert expected in kind.__bases__, name
        above[level:] = [kind]
        words = re.findall(r"\((?:also )?an? `(\w+)`\)", text)
        assert words == standard_bases(kind), name


@each_kind
def test_a_page_says_what_to_do(kind: type[Exception]) -> None:
    text = page(kind.__name__)
    assert text.startswith(f"# {kind.__name__}\n\n")
    wanted = ["Cause", "Remedy", *(["Attributes"] if own_attributes(kind) else []), "Example", "See also"]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == wanted
    assert all(re.search(r"^- ", section(text, heading), re.MULTILINE) for heading in ("Cause", "Remedy"))


@each_kind
def test_an_example_catches_the_exception(kind: type[Exception]) -> None:
    assert f"except {kind.__name__}" in section(page(kind.__name__), "Example")


@each_kind
def test_a_page_names_the_standard_exceptions_that_catch_it(kind: type[Exception]) -> None:
    assert set(standard_bases(kind)) <= set(NAME.findall(page(kind.__name__)))


@each_kind
def test_a_page_has_the_attributes_of_the_class(kind: type[Exception]) -> None:
    rows = re.findall(r"^\| (`.*?) \|", section(page(kind.__name__), "Attributes"), re.MULTILINE)
    assert set(NAME.findall(" ".join(rows))) == own_attributes(kind)


def test_the_index_has_the_attributes_of_all() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", section(page("index"), "Attributes"), re.MULTILINE)
    assert {name: set(NAME.findall(text)) for name, text in rows} == {
        kind.__name__: own_attributes(kind) for kind in KINDS if own_attributes(kind)
    }


@each_kind
def test_a_page_leads_to_parents_and_children(kind: type[Exception]) -> None:
    name = kind.__name__
    assert family(name, "Parents?") == {base.__name__ for base in filter(is_own, kind.__bases__)}
    if kind is not exceptions.PythonApiException:  # the index lists its children
        children = {child.__name__ for child in KINDS if kind in child.__bases__}
        assert family(name, "Child(?:ren)?") == children


@each_kind
def test_a_docstring_leads_to_the_page(kind: type[Exception]) -> None:
    assert link(kind.__name__) in f"{inspect.getdoc(kind)}\n"


@pytest.mark.parametrize("path", NARROWED, ids=[path.parent.name for path in NARROWED])
def test_so_do_those_that_type_checkers_see(path: Path) -> None:
    classes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    assert classes
    for node in classes:
        assert link(node.name) in f"{ast.get_docstring(node)}\n", node.name
