"""Copies, contents of files, and questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.inputs.conftest import Editor
from tests.sandbox.world import World

FILE = ("applications", "files")
CONF = ("OOO", "App", "conf")


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("jobs", "job"),
        ("notification-channels", "mail"),
        ("hostgroups", "webs"),
        ("webhooks", "hook"),
    ],
)
def test_a_copy_has_everything_but_the_name(world: World, run: Run, words: str, source: str) -> None:
    result = run("organizations", words, "clone", "OOO", source, "copy é", "--raw", "-q")
    assert (result.status, result.err) == (0, "")
    old = run("organizations", words, "show", "OOO", source, "--raw", "--show-secrets").json
    new = run("organizations", words, "show", "OOO", "copy é", "--raw", "--show-secrets").json
    assert new["name"] == "copy é"
    assert {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)} <= {"uuid", "version", "name"}


def test_members_of_a_copy_can_be_set(world: World, run: Run) -> None:
    sent = run("organizations", "jobs", "clone", "OOO", "job", "copy", "--set", "enabled=false", "--dry-run", "--raw")
    assert (sent.json["method"], sent.json["body"]["name"], sent.json["body"]["enabled"]) == ("POST", "copy", False)
    assert {"uuid", "version", "organization"}.isdisjoint(sent.json["body"])


def test_a_copy_takes_no_document(run: Run) -> None:
    assert run("organizations", "jobs", "clone", "OOO", "job", "copy", "-j", "{}").status == 2


def test_the_source_of_a_copy_has_to_be_there(world: World, run: Run) -> None:
    assert run("organizations", "jobs", "clone", "OOO", "missing", "copy").status == 3


def test_secrets_that_are_not_copied_are_named(world: World, run: Run) -> None:
    hook = {
        "name": "secret",
        "authenticationMethod": "BASIC_AUTH",
        "username": "robot",
        "headers": [{"name": "X-Key", "value": "x", "secret": True}, {"name": "X-Kind", "value": "a"}],
    }
    mask = "headers[0].value=********"  # as the server shows it to users with fewer rights
    assert run("organizations", "webhooks", "add", "OOO", "-j", json.dumps(hook), "--set", mask).status == 0
    result = run("organizations", "webhooks", "clone", "OOO", "secret", "copy", "--raw")
    assert result.status == 0
    assert "Set them again: token, headers[0].value." in result.err
    copied = run("organizations", "webhooks", "show", "OOO", "copy", "--raw").json
    assert "********" not in json.dumps(copied)


def test_the_content_of_a_file_is_edited(world: World, run: Run, editor: Editor) -> None:
    editor.plan(["replace", "port", "é"])
    assert run(*FILE, "edit", *CONF).status == 0
    assert editor.texts == ["port ${port}"]
    assert run(*FILE, "show-content", *CONF).out == "é ${é}"


def test_an_unchanged_content_is_not_uploaded(
    run: Run, editor: Editor, drafts: Path, methods: Callable[[], set[str]]
) -> None:
    editor.plan(["write", "port ${port}"])
    result = run(*FILE, "edit", *CONF)
    assert (result.status, result.out, result.err) == (0, "", "Nothing was changed.\n")
    assert methods() == {"GET"}
    assert [*drafts.iterdir()] == []


def test_a_file_without_content_begins_empty(world: World, run: Run, editor: Editor) -> None:
    run(*FILE, "add", "OOO", "App", "-j", '{"name": "new.sh", "filePath": "/x"}')
    editor.plan(["write", "#!/bin/sh\r\n"])
    assert run(*FILE, "edit", "OOO", "App", "new.sh").status == 0
    [[suffix, text, *_]] = editor.seen
    assert (suffix, text) == (".sh", "")
    assert run(*FILE, "show-content", "OOO", "App", "new.sh", "--raw").json == "#!/bin/sh\r\n"


def test_a_missing_file_is_not_edited(world: World, run: Run, editor: Editor) -> None:
    assert run(*FILE, "edit", "OOO", "App", "missing").status == 3
    assert editor.seen == []


def test_a_binary_file_is_not_edited(world: World, run: Run, editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\0\1")
    assert run(*FILE, "set-content", *CONF, str(tmp_path / "x")).status == 0
    result = run(*FILE, "edit", *CONF)
    assert result.status == 1
    assert "it is not a text" in result.err
    assert editor.seen == []


def test_a_file_needs_a_terminal(run: Run) -> None:
    result = run(*FILE, "edit", *CONF)
    assert result.status == 2
    assert "Use set-content." in result.err


def test_a_dry_run_of_an_edit_shows_the_upload(world: World, run: Run, editor: Editor) -> None:
    editor.plan(["write", "x"])
    assert run(*FILE, "edit", *CONF, "--dry-run").out == (
        "POST /organizations/OOO/applications/App/files/conf/content\nfile: conf\n"
    )
    assert run(*FILE, "show-content", *CONF).out == "port ${port}"


QUESTIONS = [
    (("environments", "delete", "OOO", "Default"), "Delete the environment Default of OOO? [y/N]: "),
    (("hosts", "delete", "OOO", "Default", "web"), "Delete the host web of OOO/Default? [y/N]: "),
    (
        ("hosts", "settings", "delete", "OOO", "Default", "web", "port"),
        "Delete the setting port of the host OOO/Default/web",
    ),
    (
        ("hosts", "instance", "delete", "OOO", "Default", "web"),
        "Delete the instance of OOO/Default/web and destroy its ",
    ),
    (("hosts", "delete-all", "OOO", "Default"), "Delete all hosts of the environment OOO/Default (1)? [y/N]: "),
    (("organizations", "delete-all"), "Delete all organizations (1)? "),
    (("organizations", "jobs", "run", "OOO", "job"), "Run the job job of OOO? "),
    (
        ("hosts", "package-properties", "delete", "OOO", "Default", "web", "App", "httpd", "release"),
        "Delete the property release of OOO/Default/web/App/httpd? ",
    ),
]


@pytest.mark.parametrize(("words", "asked"), QUESTIONS)
def test_a_question_names_what_will_go(
    run: Run, typed: None, words: tuple[str, ...], asked: str, methods: Callable[[], set[str]]
) -> None:
    result = run(*words, stdin="n\n")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith(asked)
    assert result.err.endswith("comodit: Nothing was changed.\n")
    assert methods() <= {"GET"}


@pytest.mark.parametrize(("words", "asked"), QUESTIONS)
def test_a_question_needs_a_terminal(run: Run, words: tuple[str, ...], asked: str) -> None:
    result = run(*words)
    assert (result.status, result.out) == (2, "")
    assert "Add --yes to confirm." in result.err


@pytest.mark.parametrize("flag", ["--yes", "-y", "--force"])
def test_a_flag_answers(cli: Run, flag: str) -> None:
    assert cli("environments", "delete", "OOO", "Default", flag).status == 0
    assert cli("environments", "list", "OOO", "--raw").json == []


def test_yes_is_an_answer(cli: Run, typed: None) -> None:
    assert cli("environments", "delete", "OOO", "Default", stdin="x\nyes\n").status == 0
    assert cli("environments", "list", "OOO", "--raw").json == []


def test_the_end_of_input_is_no_answer(cli: Run, typed: None) -> None:
    assert cli("environments", "delete", "OOO", "Default").status == 130
    assert len(cli("environments", "list", "OOO", "--raw").json) == 1


def test_a_question_without_a_number(
    run: Run, typed: None, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is gone: the question is asked all the same."""
    monkeypatch.setenv("COMODIT_API", "http://127.0.0.1:9/api")
    monkeypatch.setenv("COMODIT_TOKEN", "t")
    assert run("hosts", "delete-all", "OOO", "Default", stdin="n\n").err.startswith(
        "Delete all hosts of the environment OOO/Default? [y/N]: "
    )
