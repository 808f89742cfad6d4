"""Each command of the table, in a world where everything exists: as a table, as JSON, and as a dry run."""

from __future__ import annotations

import pytest

from tests.cli.commands.conftest import Prepared
from tests.cli.commands.lines import COMMANDS, RUNNING
from tests.cli.commands.prepared import AT_THE_END, BEFORE, CANNOT_RUN, DOCUMENTS, NAMES, NOT_IN_JSON, SERVING


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


@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_run_fails(words: str, prepared: Prepared) -> None:
    assert prepared(words).status != 0, "remove it from CANNOT_RUN"


@pytest.mark.parametrize("words", NOT_IN_JSON)
def test_what_cannot_be_shown_in_json_fails(words: str, prepared: Prepared) -> None:
    result = prepared(words, "-o", "json")
    assert (result.status, result.out) == (1, ""), "remove it from NOT_IN_JSON"


def test_all_that_is_prepared_is_of_a_command() -> None:
    listed = {*DOCUMENTS, *NAMES, *BEFORE, *AT_THE_END, *CANNOT_RUN, *SERVING, *NOT_IN_JSON}
    assert listed <= COMMANDS.keys()
