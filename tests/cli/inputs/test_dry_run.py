"""A dry run shows requests, and sends only those that read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from comodit_client._commands import INDEX
from comodit_client.cli import table
from comodit_client.cli.app import App
from comodit_client.cli.call import Call
from comodit_client.wire import environments, hosts
from tests.cli.conftest import Run
from tests.sandbox.world import World

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
PATHS = {
    item["operationId"]: path
    for path, methods in DOCUMENT["paths"].items()
    for item in methods.values()
    if isinstance(item, dict) and "operationId" in item
}
#: Arguments that are not parts of paths.
OTHERS = {
    "uuid": "App",
    "name": "copy",
    "value": "x",
    "error": "applications/App/packages/httpd",
    "release": "1",
    "branch": "main",
}
#: The modules of functions whose commands take the same arguments as those without a function.
SETTINGS_AND_COPIES = ("", "settings", "entities")


def commands(words: tuple[str, ...], group: Any) -> Iterator[tuple[tuple[str, ...], table.CommandSpec]]:
    for word, command in group.get("commands", {}).items():
        yield (*words, word), command
    for word, found in group.get("groups", {}).items():
        yield from commands((*words, word), found)


def writing() -> dict[str, table.CommandSpec]:
    everything = [*commands((), {"commands": INDEX["commands"]})]
    for word in INDEX["groups"]:
        everything += commands((word,), table.top(word))
    return {" ".join(words): spec for words, spec in everything if "writes" in spec["traits"]}


WRITING = writing()


def line(world: World, words: str, tmp_path: Path) -> list[str]:
    """Return a command line whose arguments exist."""
    spec = WRITING[words]
    known = world.names(PATHS[spec["operation"]]) if "operation" in spec else {}
    (tmp_path / "file").write_bytes(b"\x89PNG\r\n\x1a\n")
    files = {"path": str(tmp_path / "file"), "plan": str(tmp_path / "file"), "folder": str(tmp_path)}
    given = world.names("".join(f"{{{one['name']}}}" for one in table.arguments_of(spec))) | known | OTHERS | files
    return [*words.split(), *(given[one["name"]] for one in table.arguments_of(spec) if not one.get("optional"))]


def document(words: str) -> list[str]:
    if "input" not in WRITING[words]["traits"] or words.endswith(" clone"):
        return []
    if words.endswith(("settings change", "update-authorized")):
        return ["-j", '[{"key": "new"}]' if words.endswith("change") else '["OOO"]']
    return ["-j", '{"name": "new", "key": "new", "value": "x"}']


def module_of(words: str) -> str:
    return WRITING[words].get("run", "").partition(".")[0]


GENERIC = [words for words in WRITING if module_of(words) in SETTINGS_AND_COPIES]
SPECIAL = [
    words
    for words in WRITING
    if words not in GENERIC and words != "api" and find_spec(f"comodit_client.cli.commands.{module_of(words)}")
]


@pytest.mark.parametrize("words", GENERIC)
def test_a_command_of_the_table_only_reads(
    world: World, run: Run, words: str, tmp_path: Path, methods: Callable[[], set[str]]
) -> None:
    result = run(*line(world, words, tmp_path), *document(words), "--dry-run", "--raw")
    assert (result.status, result.out[:1]) == (0, "{"), result.err
    assert result.json["method"] in {"POST", "PUT", "DELETE"}
    assert result.json["path"].startswith("/")
    assert methods() <= {"GET"}


@pytest.mark.parametrize("words", SPECIAL)
def test_a_command_with_a_function_only_reads(
    world: World, run: Run, words: str, tmp_path: Path, methods: Callable[[], set[str]]
) -> None:
    result = run(*line(world, words, tmp_path), *document(words), "--dry-run", "--raw")
    assert methods() <= {"GET"}
    assert "only reads" not in result.err


def test_most_commands_that_write_are_here() -> None:
    assert len(GENERIC) >= 200


ADD = ("organizations", "settings", "add", "OOO", "-j", '{"key": "db_password", "value": "hunter2é"}', "--dry-run")


def test_a_request_is_shown_without_secrets(cli: Run) -> None:
    text = cli(*ADD, "--non-handler").out
    assert text == (
        "POST /organizations/OOO/settings/?trigger_orchestration_handler=false&trigger_application_handler=false\n"
        '{\n    "key": "db_password",\n    "value": "***"\n}\n'
    )
    shown = cli(*ADD, "-o", "json").json
    assert shown == {
        "method": "POST",
        "path": "/organizations/OOO/settings/",
        "query": {},
        "body": {"key": "db_password", "value": "***"},
    }
    assert yaml.safe_load(cli(*ADD, "-o", "yaml").out) == shown
    assert cli(*ADD, "--raw", "--show-secrets").json["body"]["value"] == "hunter2é"


def test_members_that_are_secret_by_the_schema_are_masked(cli: Run) -> None:
    user = cli("users", "add", "-j", '{"username": "bob", "password": "hunter2"}', "--dry-run")
    assert "hunter2" not in user.out
    hook = cli("organizations", "webhooks", "add", "OOO", "-j", '{"name": "x", "token": "hunter2"}', "--dry-run")
    assert "hunter2" not in hook.out
    assert '"token": "***"' in hook.out


def test_the_path_is_the_one_that_is_sent(cli: Run) -> None:
    """A name may have a slash: decoded, the path would be another one."""
    assert cli("environments", "delete", "OOO", "a/b é", "--dry-run").out == (
        "DELETE /organizations/OOO/environments/a%2Fb%20%C3%A9\n"
    )


def test_an_upload_names_its_file(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "é.png").write_bytes(b"\0")
    words = ("applications", "set-thumbnail", "OOO", "App", str(tmp_path / "é.png"), "--dry-run")
    assert cli(*words).out.endswith("\nfile: é.png\n")
    assert cli(*words, "--raw").json["files"] == {"file": "é.png"}


@pytest.fixture
def two_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    def send(app: App, call: Call) -> None:
        app.write(environments.delete("OOO", "a"))
        app.write(hosts.create("OOO", "Default", {"name": "web"}))

    monkeypatch.setattr("comodit_client.cli.execute._function", lambda call: send)


@pytest.mark.usefixtures("two_requests")
def test_several_requests_are_one_document(cli: Run) -> None:
    words = ("environments", "delete", "OOO", "a", "--dry-run")
    shown = cli(*words, "-o", "json").json
    assert [(one["method"], one.get("body")) for one in shown] == [("DELETE", None), ("POST", {"name": "web"})]
    assert cli(*words).out == (
        "DELETE /organizations/OOO/environments/a\n"
        "\n"
        'POST /organizations/OOO/environments/Default/hosts/\n{\n    "name": "web"\n}\n'
    )


@pytest.mark.parametrize("send", ["client.run", "client.session.run_or_none", "client.save", "facade"])
def test_a_request_that_writes_by_mistake_is_not_sent(
    cli: Run, comodit_sandbox: Any, monkeypatch: pytest.MonkeyPatch, send: str, tmp_path: Path
) -> None:
    request = environments.create("OOO", {"name": "Prod"})

    def wrong(app: App, call: Call) -> None:
        client = app.client.with_options(timeout=5)
        if send == "client.run":
            client.run(request)
        elif send == "client.save":
            client.save(request, tmp_path / "x")  # type: ignore[arg-type]
        elif send == "facade":
            client.get_organization("OOO").environments().create("Prod", "")
        else:
            client.session.run_or_none(request)

    monkeypatch.setattr("comodit_client.cli.execute._function", lambda call: wrong)
    result = cli("environments", "add", "OOO", "--dry-run")
    assert result.status == 1
    assert "Cannot send POST /organizations/OOO/environments/: --dry-run only reads." in result.err
    assert comodit_sandbox.stats()["requests"].keys() <= {"GET /api/organizations/OOO"}


def test_a_dry_run_asks_nothing(cli: Run) -> None:
    assert cli("environments", "delete", "OOO", "Default", "--dry-run").status == 0
