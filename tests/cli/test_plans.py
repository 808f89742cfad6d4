"""Plans of YAML folders, their application, and the report of drift."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run

STATE = """
kind: organization
name: OOO
---
kind: environment
name: Default
---
kind: application
name: Shop
description: Sells ${var.goods}
parameters:
- {name: password, key: password, schema: {type: string, secret: true}}
- {name: port, key: port, schema: {type: integer}}
files:
- {name: shop.conf, path: /etc/shop.conf, content: "port ${port}"}
---
kind: host
name: web-1
environment: Default
platform: Demo Platform
distribution: Demo Distribution
applications: [Shop]
---
kind: application context
environment: Default
host: web-1
application: Shop
settings:
  port: ${var.port}
  password: ${var.password}
"""
VARIABLES = ("--var", "goods=tea", "--var", "port=80", "--var", "password=hunter2")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "state"
    made.mkdir()
    (made / "all.yaml").write_text(STATE)
    return made


def settings(cli: Run) -> dict[str, object]:
    found = cli("hosts", "applications", "show", "OOO", "Default", "web-1", "Shop", "-o", "json", "--show-secrets").json
    return {one["key"]: one["value"] for one in found["settings"]}


def test_plan_apply_and_drift(cli: Run, folder: Path) -> None:
    planned = cli("plan", "state", *VARIABLES, "--out", "plan.json")
    assert planned.status == 2, planned.err
    assert "+ create application applications/Shop\n" in planned.out
    assert planned.out.splitlines()[-1].startswith("organization OOO: ")
    assert "comodit apply plan.json" in planned.err
    assert "hunter2" not in planned.out + planned.err
    assert stat.S_IMODE(Path("plan.json").stat().st_mode) == 0o600
    assert cli("applications", "show", "OOO", "Shop").status == 3

    applied = cli("apply", "plan.json", "-o", "json")
    assert applied.status == 0, applied.err
    assert {row["status"] for row in applied.json} == {"done"}
    assert settings(cli) == {"port": 80, "password": "hunter2"}
    assert cli("applications", "files", "show-content", "OOO", "Shop", "shop.conf").out == "port ${port}"

    again = cli("plan", "state", *VARIABLES)
    assert (again.status, again.out) == (0, "organization OOO: no changes\n")
    same = cli("drift", "state", *VARIABLES)
    assert (same.status, same.json["changes"]) == (0, [])


@pytest.fixture
def applied(cli: Run, folder: Path) -> Path:
    assert cli("plan", "state", *VARIABLES, "--out", "plan.json", "-q").status == 2
    assert cli("apply", "plan.json").status == 0
    return folder


def test_drift_reports_the_members(cli: Run, applied: Path) -> None:
    assert cli("applications", "update", "OOO", "Shop", "--set", "description=edited").status == 0
    found = cli("drift", "state", *VARIABLES)
    assert (found.status, found.err) == (2, "")
    assert found.json["counts"] == {"created": 0, "updated": 1, "replaced": 0, "deleted": 0}
    (change,) = found.json["changes"]
    assert (change["action"], change["kind"], change["path"]) == ("update", "application", "applications/Shop")
    assert change["members"] == [{"member": "description", "old": "edited", "new": "Sells tea"}]
    assert found.json == cli("plan", "state", *VARIABLES, "-o", "json").json


def test_formats(cli: Run, applied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    words = ("state", *VARIABLES, "--var", "goods=coffee")
    colored = "\x1b[33m~ update application applications/Shop\x1b[0m\n    description: "
    assert cli("plan", *words).out.startswith(colored)
    assert cli("drift", *words, "-o", "table").out.startswith("~ update application applications/Shop\n    description")
    assert cli("plan", *words, "-o", "csv").out == "action,kind,path\nupdate,application,applications/Shop\n"
    assert cli("plan", *words, "-o", "yaml").out.startswith("server: ")
    assert cli("plan", *words, "--columns", "path").out.split() == ["PATH", "applications/Shop"]
    assert cli("drift", *words, "--query", "changes[].path", "-o", "json").json == ["applications/Shop"]


def test_text_of_the_server_cannot_act_on_a_terminal(cli: Run, applied: Path) -> None:
    document = json.dumps({"name": "Shop", "description": "\x9b31m\x1b]0;x"})
    assert cli("applications", "update", "OOO", "Shop", "--json", document).status == 0
    found = cli("plan", "state", *VARIABLES)
    assert found.status == 2
    assert found.out.replace("\n", "").isprintable()


def test_targets(cli: Run, folder: Path) -> None:
    found = cli("plan", "state", *VARIABLES, "--target", "applications/*", "-o", "json").json
    assert {change["path"].split("/")[0] for change in found["changes"]} == {"applications"}
    missing = cli("plan", "state", *VARIABLES, "--target", "jobs/Nightly")
    assert missing.status == 1
    assert "jobs/Nightly" in missing.err


def test_prune_asks_before_it_deletes(cli: Run, applied: Path) -> None:
    assert cli("drift", "state", *VARIABLES, "--target", "applications").status == 0
    assert cli("plan", "state", *VARIABLES, "--prune", "--target", "applications", "--out", "p").status == 2
    asked = cli("apply", "p")
    assert asked.status == 2
    assert "Delete or replace 1 of the parts of organization OOO?" in asked.err
    declined = cli("apply", "p", stdin="n\n", terminal=True)
    assert (declined.status, declined.out) == (1, "")
    planned = cli("apply", "p", "--dry-run", "-o", "json")
    assert planned.json == [{"status": "planned", "action": "delete application applications/Wordpress"}]
    assert cli("applications", "show", "OOO", "Wordpress").status == 0
    assert cli("apply", "p", "--yes").status == 0
    assert cli("applications", "show", "OOO", "Wordpress").status == 3


def test_a_plan_that_is_outdated(cli: Run, folder: Path) -> None:
    cli("plan", "state", *VARIABLES, "--out", "plan.json")
    created = cli("applications", "add", "OOO", "--json", '{"name": "Shop", "description": "by somebody else"}')
    assert created.status == 0, created.err
    result = cli("apply", "plan.json")
    assert (result.status, result.out) == (5, "")
    assert "applications/Shop" in result.err


def test_a_change_that_fails(cli: Run, folder: Path, comodit_sandbox: Sandbox) -> None:
    cli("plan", "state", *VARIABLES, "--out", "plan.json")
    comodit_sandbox.fail("500", method="POST", path="*/hosts/")
    result = cli("apply", "plan.json", "--parallel", "1", "-o", "json")
    assert result.status == 1
    assert {"done", "failed"} <= {row["status"] for row in result.json}
    comodit_sandbox.end_faults()
    assert cli("apply", "plan.json").status == 0
    assert cli("drift", "state", *VARIABLES).status == 0


def test_a_wait_after_the_changes(cli: Run, folder: Path) -> None:
    cli("plan", "state", *VARIABLES, "--out", "plan.json")
    assert cli("apply", "plan.json", "--wait", "--timeout", "1m").status == 0


def test_a_wait_that_fails_shows_first_what_was_done(cli: Run, applied: Path, comodit_sandbox: Sandbox) -> None:
    assert cli("hosts", "provision", "OOO", "Default", "web-1", "--wait").status == 0
    comodit_sandbox.fail("task", task="*", error="no space left")
    document = '{"name": "Shop", "packages": [{"name": "nginx"}]}'
    assert cli("applications", "update", "OOO", "Shop", "--json", document).status == 0
    cli("plan", "state", *VARIABLES, "--var", "goods=coffee", "--out", "plan.json")
    result = cli("apply", "plan.json", "--wait", "--timeout", "1m", "-o", "json")
    assert result.status == 7, result.err
    assert [row["status"] for row in result.json] == ["done"]
    assert "The changes were made" in result.err
    assert "OOO/Default/web-1" in result.err


@pytest.mark.parametrize("number", ["0", "-1", "x", "²"])
def test_numbers_that_are_none(cli: Run, applied: Path, number: str) -> None:
    result = cli("apply", "plan.json", f"--parallel={number}")
    assert result.status == 2
    assert "--parallel" in result.err


def test_a_file_that_holds_no_plan(cli: Run, folder: Path) -> None:
    result = cli("apply", "state/all.yaml")
    assert result.status == 1
    assert "all.yaml" in result.err


def test_sources_of_variables(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "all.yaml").write_text(
        "kind: organization\nname: OOO\n---\n{kind: application, name: A, description: '${var.a}'}"
    )
    Path("one.yaml").write_text("a: one\n")
    Path("two.yaml").write_text("a: two\nb: 2\n")

    def planned(*options: str) -> str:
        (change,) = cli("plan", "state", *options, "-o", "json").json["changes"]
        return str({member["member"]: member["new"] for member in change["members"]}["description"])

    assert planned("--var-file", "two.yaml", "--var-file", "one.yaml") == "one"
    monkeypatch.setenv("COMODIT_VAR_a", "environment")
    assert planned("--var-file", "one.yaml") == "environment"
    assert planned("--var-file", "one.yaml", "--var", "a=x=y", "--var", "b=") == "x=y"


@pytest.mark.parametrize("command", ["plan", "drift"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Missing argument 'FOLDER'"),
        (("state", "--bogus"), "No such option"),
        (("missing",), "No such file"),
        (("state",), "COMODIT_VAR_goods"),
        (("state", "--var", "hunter2"), "NAME=VALUE"),
        (("state", "--var", "=hunter2"), "NAME=VALUE"),
        (("state", "--var-file", "missing"), "No such file"),
        (("state", *VARIABLES, "--token", "wrong"), "401"),
    ],
    ids=["argument", "option", "folder", "variable", "var", "var without a name", "var-file", "token"],
)
def test_all_errors_have_the_same_status(
    cli: Run, folder: Path, command: str, words: tuple[str, ...], said: str
) -> None:
    result = cli(command, *words)
    assert (result.status, result.out) == (1, "")
    assert said in result.err
    assert "hunter2" not in result.err
    document = cli("-o", "json", command, *words)
    assert json.loads(document.err)["error"]["status"] == document.status == 1
