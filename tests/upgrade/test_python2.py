"""Scripts that are not valid Python 3."""

from __future__ import annotations

import pytest

from tests.upgrade.test_cases import DATA, advice, read, upgraded

IMPORT = "from comodit_client.api import Client\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('print "a", "b"', 'print("a", "b")'),
        ('print ("a", "b"), 1', 'print(("a", "b"), 1)'),
        ("print 1,", "print(1, end=' ')"),
        ("import sys; print >>sys.stderr, 1", "import sys; print(1, file=sys.stderr)"),
        ("try: pass\nexcept ValueError, e: pass", "try: pass\nexcept ValueError as e: pass"),
        ("mode = 0755", "mode = 0o755"),
        ("print `1`", "print(repr(1))"),
        ("if 1 <> 2: pass", "if 1 != 2: pass"),
        ("x = 10L", "x = 10"),
        ("exec 'x = 1'", "exec('x = 1')"),
        ("print {}.has_key(1), xrange(3), unichr(1)", "print(1 in {}, range(3), chr(1))"),
        ("print raw_input(), u'é', ur'x'", "print(input(), 'é', r'x')"),
        ("import urllib2\nprint urllib2.urlopen", "import urllib.request, urllib.error, urllib.parse\n"
         "print(urllib.request.urlopen)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_the_syntax_is_rewritten(before: str, after: str, end: str, last: str) -> None:
    before, after = ((IMPORT + text + last).replace("\n", end) for text in (before, after))
    # A word that is only Python 2: some of these lines are valid in both.
    marker = f"exec '0'{end}"
    assert upgraded(marker + before).text == f"exec('0'){end}" + after


def test_mixed_line_ends_stay() -> None:
    assert upgraded(IMPORT + "print 1\r\nprint 2\n").text == IMPORT + "print(1)\r\nprint(2)\n"


def test_what_is_valid_python_3_is_not_touched() -> None:
    text = IMPORT + 'print("a", "b")\nprint(raw_input(), {}.has_key(1), u"x", 5 / 2)\n'
    result = upgraded(text)
    assert result.text == text
    assert advice(result) == "3: Python 3 has no has_key. Use in.\n3: Python 3 has no raw_input. Use input.\n"


def test_the_function_print_stays_one_where_it_is_imported() -> None:
    text = (
        "from __future__ import print_function\n" + IMPORT + 'print("a", "b")\ntry: pass\nexcept ValueError, e: pass\n'
    )
    assert 'print("a", "b")\n' in upgraded(text).text


def test_a_division_of_the_future_is_no_difference() -> None:
    text = IMPORT + "print 1 / 2\nx = 1\nx /= 2\n"
    assert [each.line for each in upgraded(text).advice] == [2, 4]
    assert upgraded(f"from __future__ import division\n{text}").advice == []


def test_what_the_tool_cannot_rewrite_is_advice() -> None:
    result = upgraded(IMPORT + "print 1\nprint apply(*f)\nsys.exitfunc = None\n")
    assert "was not rewritten for Python 3" in advice(result), result.text


def test_comments_and_spaces_stay() -> None:
    before, after = read(DATA / "python2", "before"), read(DATA / "python2", "after")
    assert [line.partition("#")[2] for line in before.splitlines()] == [
        line.partition("#")[2] for line in after.splitlines()
    ]
