"""The checker of words finds them in all that people read, and in nothing else."""

from __future__ import annotations

import json

import pytest

from tests.prose.__main__ import WORDS, main
from tests.prose.check import Rules, sources

RULES = {"words": {"zorp": "walk", "zorp off": "leave"}}


@pytest.fixture
def found(tmp_path):
    """Return the findings in a text."""

    def found(name, text, **more):
        (tmp_path / name).write_text(text)
        return Rules({**RULES, **more}).findings(tmp_path / name, tmp_path)

    return found


@pytest.fixture
def checked(tmp_path, capsys):
    """Run the command over one page; return its exit status and what it prints."""

    def checked(text, *arguments, allow=()):
        words = tmp_path / "words.toml"
        tables = "".join("[[allow]]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in e.items()) for e in allow)
        words.write_text(f'[words]\nzorp = "walk"\n{tables}')
        (tmp_path / "README.md").write_text(text)
        return main(list(arguments), tmp_path, words), capsys.readouterr().out.splitlines()

    return checked


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("page.md", "# Title\n\nYou zorp.\n", 3),
        ("page.md", "# Zorp!\n", 1),
        ("page.md", "```python\nx\n```\nYou zorp.\n", 4),
        ("module.py", '"""You zorp."""\n', 1),
        ("module.py", 'def f():\n    """Return it.\n\n    You zorp.\n    """\n', 4),
        ("module.py", 'def f():\n    raise ValueError("You cannot zorp here")\n', 2),
        ("module.py", 'def f(x):\n    raise ValueError(f"{x}: you cannot zorp here")\n', 2),
        ("part.yaml", "paths:\n  /x:\n    get:\n      description: You zorp.\n", 4),
        ("part.yaml", "tags:\n- name: x\n  summary: You zorp.\n", 3),
    ],
)
def test_a_word_is_found_with_its_line(found, name, text, line):
    (finding,) = found(name, text)
    assert finding.startswith(f"{name}:{line}: ")
    assert finding.lower().endswith("'zorp': write 'walk'")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", "You zorping, `zorp` and ``a zorp``.\n"),
        ("page.md", "```python\nzorp me\n```\n"),
        ("page.md", "<!-- test:\nzorp me\n-->\n"),
        ("module.py", "zorp = 1  # you zorp\ndef zorp(): ...\n"),
        ("module.py", 'kind = {"zorp": 1}\n'),
        ("part.yaml", "zorp:\n  name: a zorp\n"),
    ],
)
def test_code_and_names_are_not_prose(found, name, text):
    assert found(name, text) == []


def test_the_longest_phrase_counts_and_each_place(found):
    assert found("page.md", "They zorp off, and zorp.\n") == [
        "page.md:1: 'zorp off': write 'leave'",
        "page.md:1: 'zorp': write 'walk'",
    ]


def test_an_exception_holds_for_its_word_its_text_and_its_file(found):
    entry = {"word": "zorp", "text": "zorp apart", "in": "page.md", "reason": "the usual phrase"}
    assert found("page.md", "They zorp apart.\n", allow=[entry]) == []
    assert len(found("page.md", "They zorp on.\n", allow=[entry])) == 1
    assert len(found("other.md", "They zorp apart.\n", allow=[entry])) == 1
    assert len(found("page.md", "They zorp off, zorp apart.\n", allow=[entry])) == 1


def test_the_command_lists_findings_and_fails(checked):
    assert checked("You zorp.\n") == (1, ["README.md:1: 'zorp': write 'walk'"])
    assert checked("You walk.\n") == (0, [])


def test_an_exception_that_no_text_needs_is_reported_when_all_is_checked(checked, tmp_path):
    used = {"word": "zorp", "text": "zorp apart", "reason": "the usual phrase"}
    unused = {"word": "zorp", "text": "zorp ahead", "reason": "gone since"}
    status, lines = checked("They zorp apart.\n", allow=[used, unused])
    assert status == 1
    assert len(lines) == 1
    assert "no text needs the exception for 'zorp'" in lines[0]
    assert "zorp ahead" in lines[0]
    assert checked("They zorp apart.\n", str(tmp_path / "README.md"), allow=[used, unused]) == (0, [])


def test_the_project_s_own_list_is_sound():
    rules = Rules.read(WORDS)
    assert len(rules.words) > 20
    assert all(word == word.lower() for word in rules.words)
    assert [entry for entry in rules.allowed if not entry["reason"] or entry["word"] not in rules.words] == []


def test_docs_code_and_schema_are_checked(tmp_path):
    names = ["README.md", "docs/page.md", "handwritten/a/b.py", "generator/c.py", "schema/d/e.yaml"]
    for name in [*names, "generated/f.py", "tests/g.py"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [path.relative_to(tmp_path).as_posix() for path in sources(tmp_path)] == names
