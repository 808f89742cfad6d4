"""A world in which everything exists, and commands that run in it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from comodit_client.cli.transfers import KINDS
from comodit_client.sandbox import ManualClock, Sandbox
from tests.cli.commands.lines import COMMANDS, arguments
from tests.cli.commands.prepared import AT_THE_END, BEFORE, ON_TERMINAL, READING_FOLDERS
from tests.cli.conftest import Result, Run
from tests.sandbox.world import AUTH, World


class Clock(ManualClock):
    """A clock that can be set back, as the state of the world is restored."""

    def set_back(self) -> None:
        self.__init__()  # type: ignore[misc]


@pytest.fixture(scope="session")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def _world(_clock: Clock) -> Iterator[World]:
    """A world in which changes and executions do not end, since its clock stands still."""
    with Sandbox(provision_time=0, change_time=1, clock=_clock) as running:
        made = World(running)
        yield made
        made.close()


@pytest.fixture(scope="session")
def _exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


class Prepared:
    """Runs a command on what it needs.

    Args:
        world: The world.
        clock: Its clock.
        run: Runs a line.
        folder: The folder of the test.
        exports: The folder with exports of the world, by kind. They are made when they are needed.

    Attributes:
        requests: How often the last command sent which request.
    """

    def __init__(self, world: World, clock: Clock, run: Run, folder: Path, exports: Path) -> None:
        self.world = world
        self.run = run
        self.requests: Counter[str] = Counter()
        self._clock = clock
        self._folder = folder
        self._exports = exports
        self._folders = count()

    def __call__(self, words: str, *options: str) -> Result:
        self.restore()
        folder = self._folder / str(next(self._folders))
        function = COMMANDS[words].get("run")
        if function in READING_FOLDERS:
            self._export(next(word for word in words.split() if word in KINDS), folder)
        self._send_before(words)
        if words in AT_THE_END:
            self.world.sandbox.advance(60)
        return self.line(*arguments(words, self.world, folder), *options, terminal=function in ON_TERMINAL)

    def restore(self) -> None:
        """Restore the state and the time of the world."""
        self._clock.set_back()
        self.world.restore()

    def _send_before(self, words: str) -> None:
        with httpx.Client(base_url=self.world.sandbox.url, auth=AUTH) as client:
            for method, path, body in BEFORE.get(words, ()):
                names = self.world.names(path.replace("OOO", "{organization}"))
                content = json.dumps(body).replace('"PORT"', str(urlsplit(self.world.sandbox.url).port))
                headers = {"Content-Type": "application/json"}
                response = client.request(method, path.format(**names), content=content, headers=headers)
                response.raise_for_status()

    def _export(self, kind: str, folder: Path) -> None:
        """Write an export in which the entity has another description."""
        made = self._exports / kind
        if not made.exists():
            exported = self.run(*arguments(f"export {kind}", self.world, made))
            assert exported.status == 0, exported.err
        shutil.copytree(made, folder)
        definition = folder / "definition.json"
        definition.write_text(json.dumps(json.loads(definition.read_text()) | {"description": "Changed"}))

    def line(self, *line: str, terminal: bool = False) -> Result:
        """Run a line and count its requests."""
        before = self._counts()
        result = self.run(*line, terminal=terminal)
        self.requests = self._counts() - before
        return result

    def _counts(self) -> Counter[str]:
        return Counter(self.world.sandbox.stats()["requests"])


@pytest.fixture
def prepared(
    _world: World, _clock: Clock, _exports: Path, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path
) -> Prepared:
    members = {"api": _world.sandbox.url, "username": AUTH[0], "password": AUTH[1]}
    for name, value in members.items():
        monkeypatch.setenv(f"COMODIT_{name.upper()}", value)
    home = tmp_path / "home"
    home.mkdir()
    lines = [f"{name} = {value}" for name, value in {**members, "vnc_viewer_call": "true %h %p"}.items()]
    (home / ".comoditrc").write_text("\n".join(["[client]", "default_profile = default", "[default]", *lines, ""]))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("EDITOR", "sed -i $aMore")
    monkeypatch.delenv("VISUAL", raising=False)
    return Prepared(_world, _clock, run, tmp_path, _exports)
