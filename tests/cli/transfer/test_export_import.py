"""Exports and imports of each kind, by the old words and the new ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comodit_client.cli import table
from comodit_client.cli.transfers import KINDS
from tests.cli.conftest import Run
from tests.cli.transfer.conftest import ENTITIES, names

LINES = [["export", kind] for kind in ENTITIES] + [
    [kind, "export"] for kind in ("organizations", "applications", "distributions", "platforms")
]


def test_each_kind_is_tested() -> None:
    assert set(ENTITIES) == set(KINDS) == set(table.top("export")["commands"]) == set(table.top("import")["commands"])


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_each_kind_is_exported(world: Run, tmp_path: Path, words: list[str]) -> None:
    entity = ENTITIES[words[1] if words[0] == "export" else words[0]]
    result = world(*words, *entity, "-o", "json")
    assert result.status == 0, result.err
    assert result.json["folder"] == entity[-1]
    assert json.loads((tmp_path / entity[-1] / "definition.json").read_text())["name"] == entity[-1]


@pytest.mark.parametrize("kind", sorted({*ENTITIES} - {"organizations", "environments"}))
def test_each_kind_is_imported(world: Run, tmp_path: Path, kind: str) -> None:
    *owners, name = ENTITIES[kind]
    assert world("export", kind, *owners, name, "copy").status == 0
    file = tmp_path / "copy" / "definition.json"
    file.write_text(file.read_text().replace(f'"{name}"', '"copy"'))
    conflict = world("export", kind, *owners, name, "same")
    assert conflict.status == 0
    result = world("import", kind, *owners, "copy", "-o", "json")
    assert result.status == 0, result.err
    assert result.json[0]["status"] == "done"
    assert "'copy'" in result.json[0]["action"]
    again = world("import", kind, *owners, "same", "-o", "json")
    assert again.status == 5
    assert again.json[0]["status"] == "conflict"
    assert world("import", kind, *owners, "same", "--update-existing", "-q").status == 0
    skipped = world("import", kind, *owners, "same", "--skip-conflict", "-o", "json")
    assert (skipped.status, skipped.json[0]["status"]) == (0, "skipped")


def test_the_old_words_for_imports(world: Run, tmp_path: Path) -> None:
    world("organizations", "export", "OOO", "all")
    remove_host(world)
    assert world("environments", "delete", "OOO", "Default", "--yes").status == 0
    for kind in ("applications", "platforms", "distributions"):
        assert world(kind, "delete-all", "OOO", "--yes").status == 0
    # What the hosts need is imported, too: the folder is that of an exported organization.
    assert world("environments", "import", "OOO", "all/environments/Default").status == 0
    assert names(world, "applications", "list", "OOO") == ["App"]
    remove_host(world)
    assert world("applications", "delete", "OOO", "App", "--yes").status == 0
    assert world("hosts", "import", "OOO", "Default", "all/environments/Default/hosts/web").status == 0
    assert names(world, "hosts", "list", "OOO", "Default") == ["web"]
    assert names(world, "applications", "list", "OOO") == ["App"]
    assert world("applications", "import", "OOO", "all/applications/App", "--update-existing").status == 0


def remove_host(world: Run) -> None:
    world("organizations", "hostgroups", "delete", "OOO", "webs", "--yes")
    assert world("hosts", "delete", "OOO", "Default", "web", "--yes").status == 0


def test_an_organization(world: Run, tmp_path: Path) -> None:
    world("export", "organizations", "OOO", "all", "-q")
    file = tmp_path / "all" / "definition.json"
    file.write_text(file.read_text().replace('"OOO"', '"Copy"'))
    planned = world("organizations", "import", "all", "--dry-run", "-o", "json")
    assert planned.status == 0
    assert {row["status"] for row in planned.json} <= {"planned", "left out"}
    assert names(world, "organizations", "list") == ["OOO"]
    done = world("organizations", "import", "all", "-o", "json")
    assert done.status == 0, done.err
    assert [row["action"] for row in done.json] == [row["action"] for row in planned.json]
    assert names(world, "hosts", "list", "Copy", "Default") == ["web"]


def test_a_dry_run_shows_conflicts(world: Run) -> None:
    world("export", "applications", "OOO", "App", "-q")
    result = world("import", "applications", "OOO", "App", "--dry-run")
    assert result.status == 5
    assert result.out.split("\n")[0].split() == ["STATUS", "ACTION"]
    assert "conflict" in result.out
    assert "--update-existing" in result.err
    skipped = world("import", "applications", "OOO", "App", "--dry-run", "--skip-conflict", "-o", "json")
    assert (skipped.status, skipped.json[0]["status"]) == (0, "skip")


def test_what_was_done_before_a_failure(world: Run, tmp_path: Path) -> None:
    world("export", "applications", "OOO", "App", "-q")
    file = tmp_path / "App" / "definition.json"
    definition = json.loads(file.read_text())
    file.write_text(json.dumps({**definition, "name": "New", "packages": [{"name": 5}]}))
    result = world("import", "applications", "OOO", "App", "-o", "json")
    assert result.status == 1
    assert result.json[0]["status"] == "failed"
    assert {row["status"] for row in result.json[1:]} == {"not attempted"}
    assert "nothing was rolled back" in result.err
    assert "--update-existing" in result.err


def test_a_missing_reference(world: Run) -> None:
    world("export", "hosts", "OOO", "Default", "web", "-q")
    remove_host(world)
    assert world("platforms", "delete", "OOO", "Plat", "--yes").status == 0
    result = world("import", "hosts", "OOO", "Default", "web")
    assert (result.status, result.out) == (1, "")
    assert "Plat" in result.err


@pytest.mark.parametrize("folder", ["nowhere", "file"])
def test_folders_that_are_none(world: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()
    result = world("import", "applications", "OOO", folder)
    assert (result.status, result.out) == (1, "")
    assert folder in result.err


def test_an_earlier_export_is_replaced_by_force_only(world: Run, tmp_path: Path) -> None:
    world("applications", "export", "OOO", "App", "-q")
    (tmp_path / "App" / "files" / "stale").touch()
    result = world("applications", "export", "OOO", "App")
    assert (result.status, result.out) == (1, "")
    assert "--force" in result.err
    assert world("applications", "export", "OOO", "App", "--force", "-q").err == ""
    assert [path.name for path in (tmp_path / "App" / "files").iterdir()] == ["conf"]


def test_a_folder_of_other_things_is_never_replaced(world: Run, tmp_path: Path) -> None:
    (tmp_path / "App").mkdir()
    (tmp_path / "App" / "thesis").touch()
    assert world("applications", "export", "OOO", "App", "--force").status == 1
    assert (tmp_path / "App" / "thesis").exists()


def test_names_that_are_no_file_names(world: Run, tmp_path: Path) -> None:
    assert world("environments", "add", "OOO", "--json", '{"name": "../a b"}').status == 0
    assert world("export", "environments", "OOO", "../a b", "-q").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["..%2Fa b"]


def test_secrets(world: Run, tmp_path: Path) -> None:
    result = world("export", "webhooks", "OOO", "hook", "-o", "json")
    assert result.json["left_out"] == ["definition.json: token"]
    assert "--with-secrets" in result.err
    text = (tmp_path / "hook" / "definition.json").read_text()
    assert "hidden-1" not in text
    assert world("export", "webhooks", "OOO", "hook", "with", "--with-secrets", "-o", "json").json["left_out"] == []
    file = tmp_path / "with" / "definition.json"
    assert "hidden-1" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [["applications", "nowhere"], ["hosts", "Default", "nowhere"], ["jobs", "nowhere"]])
def test_entities_that_are_not_there(world: Run, tmp_path: Path, words: list[str]) -> None:
    result = world("export", words[0], "OOO", *words[1:])
    assert (result.status, list(tmp_path.iterdir())) == (3, [])


def test_machines_are_attached(world: Run, tmp_path: Path) -> None:
    instance = "organizations/OOO/environments/Default/hosts/web/instance/"
    assert world("api", "POST", instance, "--json", "{}").status == 0
    world("export", "hosts", "OOO", "Default", "web", "-q")
    file = tmp_path / "web" / "definition.json"
    file.write_text(file.read_text().replace('"web"', '"copy"'))
    actions = {}
    for words in ((), ("--with-instances",)):
        rows = world("import", "hosts", "OOO", "Default", "web", *words, "--dry-run", "-o", "json").json
        actions[words] = {row["action"] for row in rows if row["status"] == "planned"}
    assert [action for action in actions["--with-instances",] - actions[()] if "instance" in action]
