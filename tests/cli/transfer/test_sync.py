"""Syncs, by the old words and the new ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.transfer.conftest import ENTITIES

KINDS = ("organizations", "environments", "applications", "distributions", "platforms")


@pytest.fixture
def exported(world: Run, tmp_path: Path) -> Path:
    world("export", "applications", "OOO", "App", "-q")
    assert world("sync", "pull", "applications", "OOO", "App", "App", "-o", "json").json == []
    return tmp_path / "App"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("verb", ["status", "pull", "push"])
def test_each_kind(world: Run, kind: str, verb: str) -> None:
    world("export", kind, *ENTITIES[kind], "folder", "-q")
    result = world("sync", verb, kind, *ENTITIES[kind], "folder", "-o", "json")
    assert result.status == 0, result.err
    assert [row for row in result.json if row["status"] != "left out"] == []


def change_server(world: Run) -> None:
    assert world("applications", "update", "OOO", "App", "--json", '{"name": "App", "description": "new"}').status == 0


@pytest.mark.parametrize("words", [["sync", "push", "applications"], ["applications", "sync", "push"]], ids=" ".join)
def test_push(world: Run, exported: Path, words: list[str]) -> None:
    (exported / "files" / "conf").write_text("port 81\n")
    row = {"change": "update", "file": "files/conf", "side": "folder", "lines": ["@@ -1 +1 @@", "-port 80", "+port 81"]}
    status = world("sync", "status", "applications", "OOO", "App", "App", "-o", "json")
    assert status.json == [{"status": "differs", **row}]
    planned = world(*words, "OOO", "App", "App", "--dry-run", "-o", "json")
    assert planned.json == [{"status": "planned", **row}]
    assert world("applications", "files", "show-content", "OOO", "App", "conf").out == "port 80\n"
    assert world(*words, "OOO", "App", "App", "-o", "json").json == [{"status": "done", **row}]
    assert world("applications", "files", "show-content", "OOO", "App", "conf").out == "port 81\n"
    assert world(*words, "OOO", "App", "App", "-o", "json").json == []


@pytest.mark.parametrize("words", [["sync", "pull", "applications"], ["applications", "sync", "pull"]], ids=" ".join)
def test_pull(world: Run, exported: Path, words: list[str]) -> None:
    change_server(world)
    assert world(*words, "OOO", "App", "App", "--dry-run", "-o", "json").json[0]["status"] == "planned"
    assert "new" not in (exported / "definition.json").read_text()
    found = world(*words, "OOO", "App", "App")
    assert found.out.split()[:4] == ["STATUS", "CHANGE", "FILE", "SIDE"]
    assert json.loads((exported / "definition.json").read_text())["description"] == "new"


def test_conflicts(world: Run, exported: Path) -> None:
    change_server(world)
    file = exported / "definition.json"
    mine = {**json.loads(file.read_text()), "description": "mine"}
    file.write_text(json.dumps(mine))
    status = world("sync", "status", "applications", "OOO", "App", "App", "-o", "json")
    assert (status.status, status.json[0]["status"]) == (0, "conflict")
    for verb in ("push", "pull"):
        result = world("sync", verb, "applications", "OOO", "App", "App")
        assert (result.status, result.out) == (5, "")
        assert "definition.json" in result.err
        assert "--on-conflict" in result.err
    done = world("sync", "push", "applications", "OOO", "App", "App", "--on-conflict", "folder", "-o", "json")
    assert done.json[0]["status"] == "done"
    assert world("applications", "show", "OOO", "App", "-o", "json").json["description"] == "mine"


@pytest.mark.parametrize("verb", ["status", "pull", "push"])
def test_folders_that_are_none(world: Run, verb: str) -> None:
    result = world("sync", verb, "applications", "OOO", "App", "nowhere")
    assert (result.status, result.out) == (1, "")
    assert "nowhere" in result.err


def test_entities_that_are_not_there(world: Run, exported: Path) -> None:
    assert world("sync", "push", "applications", "OOO", "Other", "App").status == 3
