"""Objects as lines of members and values."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.output.conftest import Show


def test_an_object(show: Show) -> None:
    value = {
        "name": "web",
        "description": None,
        "enabled": False,
        "applications": ["a", "b"],
        "empty": [],
        "driver": {"className": "x", "settings": {"port": 80}},
        "settings": [{"key": "k", "value": "v"}, {"key": "long", "value": [1, 2]}, {}],
        "text": "first\nsecond\n",
        "last": "one\n",
    }
    assert show(value).out.splitlines() == [
        "name:         web",
        "description:  -",
        "enabled:      no",
        "applications:",
        "  - a",
        "  - b",
        "empty:        -",
        "driver:",
        "  className:  x",
        "  settings:",
        "    port:  80",
        "settings:",
        "  - key:    k",
        "    value:  v",
        "  - key:  long",
        "    value:",
        "      - 1",
        "      - 2",
        "  - -",
        "text:",
        "  first",
        "  second",
        "last:         one",
    ]


def test_texts_keep_their_lines(show: Show) -> None:
    assert show("a\nb\x1b\n").out == "a\nb\\x1b\n"


def test_columns_of_an_object(show: Show) -> None:
    assert show({"name": "a", "b": {"c": 1}}, columns="B.C,name").out == "b.c:   1\nname:  a\n"


def test_titles_of_an_object(show: Show) -> None:
    run = {"uuid": "u", "tasks": [{"status": "OK"}], "orderNum": 3}
    assert show(run, result="Change", columns="number,status").out == "number:  3\nstatus:  OK\n"


def test_a_command(cli: Run) -> None:
    lines = [line.split() for line in cli("organizations", "show", "OOO").out.splitlines()]
    assert ["name:", "OOO"] in lines
    assert ["-", "Default"] in lines
