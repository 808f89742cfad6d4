"""Each command of the table, in a world where everything exists, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from tests.cli.commands.lines import COMMANDS, NOT_HERE_YET, arguments
from tests.cli.commands.prepared import BEFORE, CANNOT_RUN, DOCUMENTS, NAMES
from tests.cli.conftest import Result, Run
from tests.sandbox.world import AUTH, World


@pytest.fixture(scope="session")
def _world() -> Iterator[World]:
    """A world in which executions do not end, since its clock stands still."""
    with Sandbox(provision_time=0, change_time=1, clock=ManualClock()) as running:
        made = World(running)
        yield made
        made.close()


class Prepared:
    """Runs a command on what it needs."""

    def __init__(self, world: World, run: Run, folder: Path) -> None:
        self.world = world
        self.run = run
        self.folder = folder

    def __call__(self, words: str, *options: str) -> Result:
        self.world.restore()
        with httpx.Client(base_url=self.world.sandbox.url, auth=AUTH) as client:
            for method, path, body in BEFORE.get(words, ()):
                names = self.world.names(path.replace("OOO", "{organization}"))
                client.request(method, path.format(**names), json=body).raise_for_status()
        return self.run(*arguments(words, self.world, self.folder), *options)


@pytest.fixture
def prepared(_world: World, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> Prepared:
    for name, value in zip(("API", "USERNAME", "PASSWORD"), (_world.sandbox.url, *AUTH), strict=True):
        monkeypatch.setenv(f"COMODIT_{name}", value)
    return Prepared(_world, run, tmp_path)


@pytest.mark.parametrize("words", [words for words in COMMANDS if words not in {*NOT_HERE_YET, *CANNOT_RUN}])
def test_a_command_runs(words: str, prepared: Prepared) -> None:
    shown = prepared(words)
    assert shown.status == 0, shown.err
    result = prepared(words, "-o", "json")
    assert result.status == 0, result.err
    assert shown.out or not result.json  # one document, and no note beside it


@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_run_fails(words: str, prepared: Prepared) -> None:
    assert prepared(words).status != 0, "remove it from CANNOT_RUN"


def test_all_that_is_prepared_is_of_a_command() -> None:
    assert {*DOCUMENTS, *NAMES, *BEFORE, *CANNOT_RUN} <= COMMANDS.keys()
