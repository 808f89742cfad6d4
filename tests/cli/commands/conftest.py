"""A world in which everything exists, and commands that run in it."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from comodit_client.cli.transfers import KINDS
from comodit_client.sandbox import ManualClock, Sandbox
from tests.cli.commands.lines import COMMANDS, arguments
from tests.cli.commands.prepared import (
    AT_THE_END,
    BEFORE,
    COMPARING,
    ON_TERMINAL,
    READING_FOLDERS,
    READING_PLANS,
)
from tests.cli.conftest import Result, Run
from tests.sandbox.receivers import receiving
from tests.sandbox.world import AUTH, World

PYTHON = (sys.executable, "-ISc")
#: Adds a line to a file.
EDITOR = "import sys; open(sys.argv[1], 'a').write('More')"


class Clock(ManualClock):
    """A clock that can be set back, as the state of the world is restored."""

    def set_back(self) -> None:
        self._now = ManualClock().now()


class Scene(NamedTuple):
    """What the commands of a session share.

    Attributes:
        world: The world, in which changes and executions do not end, since its clock stands still.
        clock: The clock.
        client: Sends requests to the world.
        exports: The folder with exports of the world, by kind. They are made when they are needed.
        port: The port of a server that responds to webhooks.
    """

    world: World
    clock: Clock
    client: httpx.Client
    exports: Path
    port: int


@pytest.fixture(scope="session")
def _scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    clock = Clock()
    with (
        Sandbox(provision_time=0, change_time=1, clock=clock) as sandbox,
        closing(World(sandbox)) as world,
        httpx.Client(base_url=sandbox.url, auth=AUTH) as client,
        receiving() as receiver,
    ):
        yield Scene(world, clock, client, tmp_path_factory.mktemp("exports"), receiver.port)


class Prepared:
    """Runs a command on what it needs.

    Args:
        scene: The world and what belongs to it.
        run: Runs a line.
        folder: The folder of the test.

    Attributes:
        requests: How often the last command sent which request.
    """

    def __init__(self, scene: Scene, run: Run, folder: Path, config: str) -> None:
        self.requests: Counter[str] = Counter()
        self._scene = scene
        self._world = scene.world
        self._run = run
        self._folder = folder
        self._folders = count()
        self._config = config

    def __call__(self, words: str, *options: str) -> Result:
        self.restore()
        (self._folder / "home" / ".comoditrc").write_text(self._config)  # a command may remove it
        folder = self._folder / str(next(self._folders))
        function = COMMANDS[words].get("run")
        if function in COMPARING:
            self._export("organizations", folder, changed=False)
        elif function in READING_PLANS:
            self._plan(folder)
        elif function in READING_FOLDERS:
            self._export(next(word for word in words.split() if word in KINDS), folder)
        self._send_before(words)
        if words in AT_THE_END:
            self._world.sandbox.advance(60)
        return self.line(*arguments(words, self._world, folder), *options, terminal=function in ON_TERMINAL)

    def restore(self) -> None:
        """Restore the state and the time of the world."""
        self._scene.clock.set_back()
        self._world.restore()

    def _send_before(self, words: str) -> None:
        for method, path, body in BEFORE.get(words, ()):
            names = self._world.names(path.replace("OOO", "{organization}"))
            content = json.dumps(body).replace('"PORT"', str(self._scene.port))
            headers = {"Content-Type": "application/json"}
            response = self._scene.client.request(method, path.format(**names), content=content, headers=headers)
            response.raise_for_status()

    def _plan(self, folder: Path) -> None:
        """Write a plan that changes the organization."""
        self._export("organizations", folder / "export")
        planned = self._run("plan", str(folder / "export"), "--out", str(folder / "plan.json"))
        assert planned.status == 2, planned.err

    def _export(self, kind: str, folder: Path, changed: bool = True) -> None:
        """Write an export in which the entity has another description, if wanted."""
        made = self._scene.exports / kind
        if not made.exists():
            exported = self._run(*arguments(f"export {kind}", self._world, made))
            assert exported.status == 0, exported.err
        shutil.copytree(made, folder)
        definition = folder / "definition.json"
        if changed:
            definition.write_text(json.dumps(json.loads(definition.read_text()) | {"description": "Changed"}))

    def line(self, *line: str, terminal: bool = False) -> Result:
        """Run a line and count its requests."""
        before = self._counts()
        result = self._run(*line, terminal=terminal)
        self.requests = self._counts() - before
        return result

    def _counts(self) -> Counter[str]:
        return Counter(self._world.sandbox.stats()["requests"])


@pytest.fixture
def prepared(_scene: Scene, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> Prepared:
    members = {"api": _scene.world.sandbox.url, "username": AUTH[0], "password": AUTH[1]}
    for name, value in members.items():
        monkeypatch.setenv(f"COMODIT_{name.upper()}", value)
    home = tmp_path / "home"
    home.mkdir()
    lines = [
        f"{name} = {value}"
        for name, value in {**members, "vnc_viewer_call": f"{shlex.join([*PYTHON, 'pass'])} %h %p"}.items()
    ]
    config = "\n".join(["[client]", "default_profile = default", "[default]", *lines, ""])
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("EDITOR", shlex.join([*PYTHON, EDITOR]))
    monkeypatch.delenv("VISUAL", raising=False)
    return Prepared(_scene, run, tmp_path, config)
