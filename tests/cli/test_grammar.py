"""Words and options in any order, unknown ones, and the exit statuses of usage errors."""

from __future__ import annotations

import pytest

from comodit_client.cli.words import ordered
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "line",
    [
        "-o json environments list OOO",
        "environments -o json list OOO",
        "environments list -o json OOO",
        "environments list OOO -o json",
        "environments --raw list OOO",
        "environments -ojson list OOO",
        "environments --output=json list OOO",
    ],
)
def test_options_stand_anywhere(cli: Run, line: str) -> None:
    assert [one["name"] for one in cli(*line.split()).json] == ["Default"]


def test_values_of_options_are_not_words() -> None:
    assert ordered(["--profile", "hosts", "hosts", "list"]) == ["hosts", "list", "--profile", "hosts"]


def test_arguments_are_not_reordered() -> None:
    assert ordered(["hosts", "show", "list", "--raw", "show"]) == ["hosts", "show", "list", "--raw", "show"]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("hosts lst", "Did you mean 'list'?"),
        ("host list", "hosts"),
        ("hosts list O E --outptu json", "--output"),
        ("hosts list O", "Missing argument 'ENVIRONMENT'"),
        ("hosts list O E X", "unexpected extra argument"),
    ],
)
def test_usage_errors(run: Run, line: str, hint: str) -> None:
    result = run(*line.split())
    assert (result.status, result.out) == (2, "")
    assert hint in result.err
