"""A world in which everything exists, and commands that run in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import httpx
import pytest

from comodit_client.api import Client, Export
from comodit_client.sandbox import ManualClock, Sandbox
from tests.cli.commands.lines import COMMANDS, arguments
from tests.cli.commands.prepared import BEFORE, EXPORTED
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
    """Runs a command on what it needs.

    Attributes:
        requests: How often the last command sent which request.
    """

    def __init__(self, world: World, run: Run, folder: Path) -> None:
        self.world = world
        self.run = run
        self.folder = folder
        self.folders = count()
        self.requests: Counter[str] = Counter()

    def __call__(self, words: str, *options: str) -> Result:
        self.world.restore()
        with httpx.Client(base_url=self.world.sandbox.url, auth=AUTH) as client:
            for method, path, body in BEFORE.get(words, ()):
                names = self.world.names(path.replace("OOO", "{organization}"))
                client.request(method, path.format(**names), json=body).raise_for_status()
        folder = self.folder / str(next(self.folders))
        if COMMANDS[words].get("run") in EXPORTED:
            self._export(EXPORTED[COMMANDS[words]["run"]], folder)
        return self.line(*arguments(words, self.world, folder), *options)

    def _export(self, method: str, folder: Path) -> None:
        names = {"host": ("Default", "web"), "environment": ("Default",), "organization": ()}
        kind = method.removeprefix("export_")
        name = {"application": "App", "distribution": "Dist", "platform": "Plat"}.get(kind)
        with Client(self.world.sandbox.url, *AUTH) as client:
            entity = getattr(client, f"get_{kind}")("OOO", *([name] if name else names[kind]))
            getattr(Export(), method)(entity, folder)

    def line(self, *line: str) -> Result:
        """Run a line and count its requests."""
        before = self._counts()
        result = self.run(*line)
        self.requests = self._counts() - before
        return result

    def _counts(self) -> Counter[str]:
        return Counter(self.world.sandbox.stats()["requests"])


@pytest.fixture
def prepared(_world: World, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> Prepared:
    for name, value in zip(("API", "USERNAME", "PASSWORD"), (_world.sandbox.url, *AUTH), strict=True):
        monkeypatch.setenv(f"COMODIT_{name}", value)
    home = tmp_path / "home"
    home.mkdir()
    (home / ".comoditrc").write_text(f"[client]\ndefault_profile = default\n[default]\napi = {_world.sandbox.url}\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("EDITOR", "true")  # changes nothing
    monkeypatch.delenv("VISUAL", raising=False)
    return Prepared(_world, run, tmp_path)
