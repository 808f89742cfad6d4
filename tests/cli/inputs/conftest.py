"""An editor and a terminal that a test controls, and a sandbox in which everything exists."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from comodit_client.cli.inputs import terminal
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.sandbox.world import World

#: Does the next of the steps that a test has planned, and records what it was given.
EDITOR = """
import json, os, re, sys
from pathlib import Path
plan = Path(os.environ["TEST_EDITOR"])
steps, seen = json.loads(plan.read_text(encoding="utf-8"))
file = Path(sys.argv[-1])
before = file.read_bytes().decode("utf-8")
seen.append([file.suffix, before, sys.argv[1:-1], oct(file.stat().st_mode & 0o777)])
kind, *values = steps.pop(0)
plan.write_text(json.dumps([steps, seen]), encoding="utf-8")
if kind == "write":
    file.write_bytes(values[0].encode("utf-8"))
elif kind == "bytes":
    file.write_bytes(bytes(values[0]))
elif kind == "replace":
    assert values[0] in before, (values[0], before)
    file.write_bytes(before.replace(*values).encode("utf-8"))
elif kind == "remove":
    file.unlink()
elif kind == "fail":
    file.write_bytes(values[0].encode("utf-8"))
    sys.exit(3)
"""


class Editor:
    """An editor that does what a test plans."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "editor of the test.py"
        self.script.write_text(EDITOR, encoding="utf-8")
        self._plan = folder / "plan.json"
        self.plan()

    @property
    def command(self) -> str:
        return f"'{sys.executable}' '{self.script}' -w"

    @property
    def plan_file(self) -> str:
        return str(self._plan)

    def plan(self, *steps: Any) -> None:
        """Set what the editor does, each time that it is opened."""
        self._plan.write_text(json.dumps([steps, []]), encoding="utf-8")

    @property
    def seen(self) -> list[Any]:
        """The suffix, the text, the options and the mode of the file of each time that it was opened."""
        steps, seen = json.loads(self._plan.read_text(encoding="utf-8"))
        assert not steps, f"the editor was not opened for {steps}"
        found: list[Any] = seen
        return found

    @property
    def texts(self) -> list[str]:
        return [text for _, text, *_ in self.seen]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is a terminal, at which the `stdin` of a command is typed."""
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stdin=SimpleNamespace(closed=False, isatty=lambda: True)))


@pytest.fixture
def editor(typed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The editor of a user at a terminal. Drafts are in `tmp_path / "drafts"`."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drafts))
    made = Editor(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", made.command)
    monkeypatch.setenv("TEST_EDITOR", made.plan_file)
    return made


@pytest.fixture
def drafts(editor: Editor, tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture(scope="module")
def _world() -> Iterator[World]:
    with Sandbox(provision_time=0, change_time=0) as running:
        made = World(running)
        yield made
        made.close()


@pytest.fixture
def world(_world: World, run: Run, monkeypatch: pytest.MonkeyPatch) -> World:
    """A sandbox in which everything exists, as the server of the commands."""
    _world.restore()
    monkeypatch.setenv("COMODIT_API", _world.sandbox.url)
    monkeypatch.setenv("COMODIT_USERNAME", "UUU")
    monkeypatch.setenv("COMODIT_PASSWORD", "PPP")
    return _world


@pytest.fixture
def methods(world: World) -> Callable[[], set[str]]:
    """Return the methods of the requests that the server has received since the test began."""
    before = Counter(world.sandbox.stats()["requests"])
    return lambda: {line.split()[0] for line in Counter(world.sandbox.stats()["requests"]) - before}
