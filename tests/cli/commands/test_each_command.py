"""Each command of the table, in a world where everything exists: as a table, as JSON, and as a dry run."""

from __future__ import annotations

import pytest

from tests.cli.commands.conftest import Prepared
from tests.cli.commands.lines import COMMANDS
from tests.cli.commands.prepared import BEFORE, CANNOT_RUN, DOCUMENTS, NAMES, SERVING

RUNNING = [words for words in COMMANDS if words not in {*CANNOT_RUN, *SERVING}]


@pytest.mark.parametrize("words", RUNNING)
def test_a_command_runs(words: str, prepared: Prepared) -> None:
    shown = prepared(words)
    assert shown.status == 0, shown.err
    assert "run" in COMMANDS[words] or prepared.requests.total() == 1, prepared.requests
    if "plain" in COMMANDS[words]["traits"]:  # it prints a text, and has no option to change that
        return
    result = prepared(words, "-o", "json")
    assert result.status == 0, result.err
    assert shown.out or not result.json  # one document, and no note beside it


@pytest.mark.parametrize("words", [words for words in RUNNING if "writes" in COMMANDS[words]["traits"]])
def test_a_dry_run_changes_nothing(words: str, prepared: Prepared) -> None:
    result = prepared(words, "--dry-run")
    assert result.status == 0, result.err
    assert [one for one in prepared.requests if not one.startswith("GET ")] == []


@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_run_fails(words: str, prepared: Prepared) -> None:
    assert prepared(words).status != 0, "remove it from CANNOT_RUN"


def test_all_that_is_prepared_is_of_a_command() -> None:
    assert {*DOCUMENTS, *NAMES, *BEFORE, *CANNOT_RUN, *SERVING} <= COMMANDS.keys()
