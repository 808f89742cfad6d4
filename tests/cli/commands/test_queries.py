"""The query parameters that arguments and options send."""

from __future__ import annotations

import pytest

from comodit_client.cli import table
from comodit_client.cli.call import Call, option_key
from tests.cli.commands.lines import COMMANDS
from tests.cli.grammar.test_order import call_of
from tests.each import each

OPTIONS = [
    (words, name)
    for words, spec in COMMANDS.items()
    for name, option, _ in table.options_of(spec)
    if "query" in option or "parameter" in option
]


def call(line: list[str]) -> Call:
    words, values = call_of(line)
    return Call(tuple(words.split()), COMMANDS[words], values)


@each("words, name", OPTIONS)
def test_each_option_sends_its_parameters(words: str, name: str) -> None:
    spec, option = COMMANDS[words], table.OPTIONS[name]
    given = "a b" if "value" in option else True
    sent = {option["parameter"]: given} if "parameter" in option else option.get("query", {})
    found = Call(tuple(words.split()), spec, {option_key(name): given})
    assert found.query == {**spec.get("query", {}), **sent}


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("hosts applications link O E H A F", {}),
        ("hosts applications link O E H A F true", {"short": "true"}),
        ("app-store list --private --org OOO", {"filter": "private", "org_name": "OOO"}),
        ("app-store list --private --featured", {"filter": "featured"}),
        ("hosts list O E", {}),
    ],
)
def test_queries(line: str, query: dict[str, str]) -> None:
    assert call(line.split()).query == query


def test_names_are_those_of_the_path_in_their_order() -> None:
    found = call(["hosts", "instance", "show_file", "O", "E", "H", "/etc/hosts"])
    assert (found.names, found.place, found.argument("path")) == (("O", "E", "H"), "O/E/H", "/etc/hosts")
    assert found.request().path == "/organizations/O/environments/E/hosts/H/instance/files"
    assert found.request().query == {"path": "/etc/hosts"}


def test_a_name_is_one_segment_of_the_path_whatever_it_holds() -> None:
    found = call(["hosts", "show", "O/x", "é", "a b%"])
    assert found.request().path == "/organizations/O%2Fx/environments/%C3%A9/hosts/a%20b%25"


def test_optional_and_repeated_arguments() -> None:
    assert call(["hosts", "applications", "link", "O", "E", "H", "A", "F"]).optional("short") is None
    assert call(["wait", "hosts", "O", "E"]).repeated("names") == ()
    assert call(["wait", "hosts", "O", "E", "a", "b"]).repeated("names") == ("a", "b")


def test_an_option_that_is_not_given_is_none() -> None:
    found = call(["hosts", "list", "O", "E", "--columns", "name"])
    assert (found.option("columns"), found.option("sort"), found.option("raw")) == ("name", None, None)
    assert found.option("dry-run") is None  # the command does not have it
