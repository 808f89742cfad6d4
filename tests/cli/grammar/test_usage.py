"""Help, the version, and usage errors."""

from __future__ import annotations

import pytest

from comodit_client.cli import table
from comodit_client.rest.version import __version__
from tests.cli.commands.lines import COMMANDS
from tests.cli.conftest import Run
from tests.each import each


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("hosts lst", "Did you mean 'list'?"),
        ("hosts lst --raw O E", "list"),
        ("--raw hosts lst", "list"),
        ("host list", "hosts"),
        ("host", "hosts"),
        ("hosts aplications list O E H", "applications"),
        ("hosts applications lst O E H", "list"),
        ("hosts applications actoins run O E H A", "actions"),
        ("help hots", "hosts"),
        ("hosts help lst", "list"),
        ("hosts -- lst", "list"),
        ("hosts list O E --outptu json", "--output"),
        ("hosts --outptu json list O E", "--output"),
        ("--outptu json hosts list O E", "--output"),
        ("hosts show O E H --non-secrets", "--non-secret"),
        ("hosts list O", "Missing argument 'ENVIRONMENT'"),
        ("hosts list O E X", "unexpected extra argument"),
        ("hosts list O E -o xml", "'xml' is not one of 'table', 'json', 'yaml', 'csv', 'name'"),
        ("hosts list O E -o", "requires an argument"),
        ("hosts list O E --raw=yes", "does not take a value"),
        ("hosts --raw", "Missing command"),
        ("--api http://x/api", "Missing command"),
        ("-x hosts list O E", "No such option '-x'"),
        ("hosts settings update O E H key -5", "put -- before it"),
        ("hosts settings update O E H key --xyzzy", "put -- before it"),
    ],
)
def test_usage_errors(run: Run, line: str, hint: str) -> None:
    result = run(*line.split())
    assert (result.status, result.out) == (2, "")
    assert hint in result.err


def test_an_empty_word_is_a_usage_error(run: Run) -> None:
    assert (run("").status, run("hosts", "").status) == (2, 2)


@pytest.mark.parametrize("line", ["", "--help", "-h", "help", "-h hosts --help"])
def test_help_is_shown_without_a_command(run: Run, line: str) -> None:
    result = run(*line.split())
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("Usage: comodit ")


@pytest.mark.parametrize(
    ("lines", "usage"),
    [
        (["hosts", "hosts --help", "--help hosts", "help hosts", "hosts help"], "hosts COMMAND"),
        (
            ["help hosts applications", "hosts help applications", "hosts applications -h", "hosts -h applications"],
            "hosts applications COMMAND",
        ),
        (
            ["help hosts list", "hosts help list", "hosts list O E --help", "-h -o json hosts list", "hosts list -h O"],
            "hosts list [OPTIONS] ORGANIZATION ENVIRONMENT",
        ),
    ],
)
def test_help_has_many_spellings(run: Run, lines: list[str], usage: str) -> None:
    (shown,) = {(result.status, result.out, result.err) for result in (run(*line.split()) for line in lines)}
    assert (shown[0], shown[2]) == (0, "")
    assert shown[1].startswith(f"Usage: comodit {usage}")


def test_a_name_may_be_help(run: Run) -> None:
    assert "Missing argument 'HOST'" in run("hosts", "show", "help", "help").err


@pytest.mark.parametrize("line", ["--version", "hosts --version list", "hosts list --version", "--raw --version hosts"])
def test_the_version_is_shown_instead_of_a_command(run: Run, line: str) -> None:
    result = run(*line.split())
    assert (result.status, result.out, result.err) == (0, f"comodit {__version__}\n", "")


def test_help_has_sections(run: Run) -> None:
    text = run("hosts", "update", "--help").out
    titles = ["Positional arguments:", "Options:", "Input options:", "Output options:", "General options:"]
    assert [line for line in text.splitlines() if line.endswith("options:") or line in titles] == titles
    assert "  ENVIRONMENT   Name of the environment.\n" in text
    assert text.index("--non-handler") < text.index("--json") < text.index("--columns") < text.index("--token")


@each("words", [words for words, spec in COMMANDS.items() if "passthrough" not in spec["traits"]])
def test_help_of_each_command(run: Run, words: str) -> None:
    result = run(*words.split(), "--help")
    assert (result.status, result.err) == (0, "")
    spec = COMMANDS[words]
    text = " ".join(result.out.split())
    assert spec["summary"] in text
    for argument in table.arguments_of(spec):
        assert argument["name"].upper() in text
    for _, option, hidden in table.options_of(spec):
        assert (option["flags"][-1] in result.out.split("Options:", 1)[-1]) is not hidden or hidden


def legacy(words: str) -> list[str]:
    """Return the options that a command accepts for old scripts only, with values."""
    hidden = [option for _, option, is_hidden in table.options_of(COMMANDS[words]) if is_hidden]
    return [text for option in hidden for text in (option["flags"][-1], *(["x"] if "value" in option else []))]


@each("words", [words for words in COMMANDS if legacy(words)])
def test_legacy_options_are_accepted_and_not_shown(run: Run, words: str) -> None:
    result = run(*words.split(), "--help", *legacy(words))
    assert result.status == 0
    assert set(legacy(words)).isdisjoint(result.out.split())


@each("words", COMMANDS)
def test_no_command_has_a_flag_twice(words: str) -> None:
    flags = [flag for _, option, _ in table.options_of(COMMANDS[words]) for flag in option["flags"]]
    assert sorted(flags) == sorted(set(flags))


@each("flag", table.all_flags())
def test_an_option_takes_a_value_in_all_commands_or_in_none(flag: str) -> None:
    """The order of a line is known before its command."""
    assert len({"value" in option for option in table.OPTIONS.values() if flag in option["flags"]}) == 1
