"""Tables: columns, order, widths, and what a terminal must not receive."""

from __future__ import annotations

from typing import Any

import pytest

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.output import tables
from comodit_client.cli.output.text import cut, width
from tests.cli.conftest import Run
from tests.cli.output.conftest import Show

HOSTS = [
    {"name": "web-10", "state": "READY", "nested": {"Port": 80}, "tags": ["b", "a"], "size": "9"},
    {"name": "Web-9", "state": "ERROR", "nested": None, "tags": [], "size": 10},
    {"name": "db", "size": "1.5"},
    {"name": "app", "state": "DEFINED", "size": "large"},
]


def column(out: str) -> list[str]:
    return [line.strip() for line in out.splitlines()[1:]]


def test_a_table(show: Show) -> None:
    assert show(HOSTS[:2], columns="name,state,tags").out == (
        "NAME    STATE  TAGS\nWeb-9   ERROR\nweb-10  READY  b, a\n"
    )


def test_no_headers(show: Show) -> None:
    assert show(HOSTS[:1], columns="name,state", no_headers=True).out == "web-10  READY\n"


@pytest.mark.parametrize("name", ["NAME", "Name", " name "])
def test_columns_in_any_case(show: Show, name: str) -> None:
    assert show(HOSTS, columns=name).out.startswith("NAME\n")


def test_dotted_members(show: Show) -> None:
    assert show(HOSTS, columns="name,NESTED.port").out.splitlines()[:2] == ["NAME    NESTED.PORT", "app"]
    assert "web-10  80" in show(HOSTS, columns="name,nested.Port").out


def test_titles_and_formats(show: Show) -> None:
    changes = [{"orderNum": 10, "tasks": [{"status": "OK"}, {"status": "ERROR"}, {"status": "OK"}]}]
    assert show(changes, result="Change", columns="Number,status").out == "NUMBER  STATUS\n10      2 OK, 1 ERROR\n"
    assert show(changes, result="Change", columns="tasks").out == "STATUS\n2 OK, 1 ERROR\n"


def test_members_that_all_objects_lack(show: Show) -> None:
    assert show([{"name": "a"}], result="Host", columns="name,uuid,settings.x").out == "NAME  UUID  SETTINGS.X\na\n"


@pytest.mark.parametrize(("option", "text"), [("columns", "name,stat"), ("sort", "-stat")])
def test_an_unknown_column(show: Show, option: str, text: str) -> None:
    with pytest.raises(Failure) as caught:
        show(HOSTS, result="Host", **{option: text})
    assert caught.value.status == USAGE
    assert "Column 'stat' does not exist. Did you mean 'state'" in str(caught.value)
    assert "Available columns: name, state" in str(caught.value)


def test_an_unknown_column_in_a_command(cli: Run) -> None:
    result = cli("flavors", "list", "--columns", "nam")
    assert (result.status, result.out) == (2, "")
    assert "'name'" in result.err


@pytest.mark.parametrize("option", [("--columns", "nmae"), ("--sort", "nmae"), ("--query", "[")])
def test_nothing_is_changed_when_the_result_cannot_be_shown(cli: Run, option: tuple[str, str]) -> None:
    result = cli("organizations", "add", "-j", '{"name": "New"}', *option, "-v")
    assert (result.status, result.out) == (2, "")
    assert "POST" not in result.err


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (None, ["app", "db", "Web-9", "web-10"]),
        ("-name", ["web-10", "Web-9", "db", "app"]),
        ("size", ["db", "web-10", "Web-9", "app"]),
        ("-size", ["app", "Web-9", "web-10", "db"]),
        ("state", ["app", "Web-9", "web-10", "db"]),
        ("-STATE", ["web-10", "Web-9", "app", "db"]),
        ("nested.port", ["web-10", "Web-9", "db", "app"]),
    ],
)
def test_order(show: Show, wanted: str | None, names: list[str]) -> None:
    assert column(show(HOSTS, result="Host", columns="name", sort=wanted).out) == names


def test_json_keeps_the_order_unless_it_is_sorted(show: Show) -> None:
    assert show(HOSTS, result="Host", output="json").json == HOSTS
    assert show(HOSTS, result="Host", output="json", sort="name").json[0]["name"] == "app"


@pytest.mark.parametrize("result", ["AuditLog", "OrchestrationContext", "Change"])
def test_logs_and_executions_keep_the_order(show: Show, result: str) -> None:
    items = [{"message": name, "uuid": name, "description": name} for name in ("c", "a", "b")]
    shown = show(items, result=result, columns="message").out
    assert column(shown) == ["c", "a", "b"]


def test_counts_and_ages_are_sorted_as_numbers(show: Show) -> None:
    items = [{"name": str(count), "hosts": ["x"] * count} for count in (2, 10, 1)]
    assert column(show(items, result="Environment", columns="name", sort="hosts").out) == ["1", "2", "10"]
    runs = [{"uuid": "old", "started": 0}, {"uuid": "new", "started": "2099-01-01T00:00:00.000+0000"}]
    assert column(show(runs, result="PipelineContext", columns="uuid", sort="age").out) == ["new", "old"]


@pytest.mark.parametrize("text", ["9" * 5000, "1" * 400 + "a", "٣", "1e5", "-", "+1", "0x10"])
def test_odd_numbers_can_be_sorted(show: Show, text: str) -> None:
    items: list[Any] = [{"name": text}, {"name": 5}, {"name": None}, {"name": True}, {"name": [1]}, {"name": {}}]
    assert len(show(items, sort="name", output="json").json) == len(items)


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\tb\nc", "\x9b2J", "\u202egnp", "\r", "\ud800", "\x00"])
@pytest.mark.parametrize("style", ["table", "json", "yaml", "name"])
def test_control_characters_are_escaped(show: Show, text: str, style: str) -> None:
    for value in ([{"name": text, "b": [text], text: 1}], {"name": text, "b": {text: [text]}}, text):
        out = show(value, output=style).out
        assert not {"\x1b", "\x9b", "\u202e", "\r", "\ud800", "\x00"} & set(out)
        assert "\t" not in out


def test_cells_have_one_line(show: Show) -> None:
    assert show([{"name": "a\tb\nc"}]).out == "NAME\na b c\n"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("web", 3),
        ("東京", 4),
        ("ｱ", 1),
        ("e\u0301", 1),
        ("👍", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("👨‍👩‍👧", 2),
        ("🇧🇪", 2),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("a\xadb", 3),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_wide_characters_are_aligned(show: Show) -> None:
    lines = show(
        [{"name": "東京", "b": "x"}, {"name": "e\u0301", "b": "y"}, {"name": "abcde", "b": "z"}]
    ).out.splitlines()
    assert [width(line[: line.index(mark)]) for line, mark in zip(lines, "Bzyx", strict=True)] == [7, 7, 7, 7]


@pytest.mark.parametrize(
    ("text", "limit", "out"), [("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("東京都", 4, "東…")]
)
def test_cut(text: str, limit: int, out: str) -> None:
    assert cut(text, limit) == out


def test_long_cells_are_cut_on_a_terminal_only(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [{"name": "n" * 50, "a": "x" * 10, "description": "y" * 200}]
    assert "y" * 200 in show(items).out
    monkeypatch.setattr(tables, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    lines = show(items).out.splitlines()
    assert max(map(len, lines)) == 100
    assert lines[1] == f"{'n' * 50}  {'x' * 10}  {'y' * 35}…"
    monkeypatch.setenv("COLUMNS", "10")
    assert show(items).out.splitlines()[1] == f"{'n' * 50}  {'x' * 7}…  {'y' * 7}…"


def test_csv_on_a_terminal_is_escaped(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [{"name": "\x1b[31m"}]
    assert "\x1b" in show(items, output="csv").out
    monkeypatch.setattr(tables, "is_terminal", lambda: True)
    assert show(items, output="csv").out == "name\n\\x1b[31m\n"
