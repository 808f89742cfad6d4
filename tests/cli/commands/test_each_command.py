"""Each command of the table, in a world where everything exists: as a table, as JSON, and as a dry run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands.conftest import Prepared
from tests.cli.commands.lines import COMMANDS, RUNNING
from tests.cli.commands.prepared import AT_THE_END, BEFORE, DOCUMENTS, NAMES, NOT_IN_JSON, SERVING


@pytest.mark.parametrize("words", RUNNING)
def test_a_command_runs(words: str, prepared: Prepared) -> None:
    shown = prepared(words)
    assert shown.status == 0, shown.err
    assert "run" in COMMANDS[words] or prepared.requests.total() == 1, prepared.requests
    if "plain" in COMMANDS[words]["traits"] or words in NOT_IN_JSON:
        return
    result = prepared(words, "-o", "json")
    assert result.status == 0, result.err
    assert shown.out or not result.json  # one document, and no note beside it


@pytest.mark.parametrize("words", [words for words in RUNNING if "writes" in COMMANDS[words]["traits"]])
def test_a_dry_run_changes_nothing(words: str, prepared: Prepared) -> None:
    result = prepared(words, "--dry-run")
    assert result.status == 0, result.err
    assert result.out
    assert [one for one in prepared.requests if not one.startswith("GET ")] == []


@pytest.mark.parametrize("words", SERVING)
def test_what_serves_is_run_by_other_tests(words: str) -> None:
    tests = Path(__file__).parents[3] / SERVING[words]
    assert f'"{words}"' in tests.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", NOT_IN_JSON)
def test_what_cannot_be_shown_in_json_fails(words: str, prepared: Prepared) -> None:
    result = prepared(words, "-o", "json")
    assert (result.status, result.out) == (1, ""), "remove it from NOT_IN_JSON"


def test_all_that_is_prepared_is_of_a_command() -> None:
    listed = {*DOCUMENTS, *NAMES, *BEFORE, *AT_THE_END, *SERVING, *NOT_IN_JSON}
    assert listed <= COMMANDS.keys()
