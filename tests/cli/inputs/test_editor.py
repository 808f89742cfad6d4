"""Documents that are written in an editor: opened again when they are not accepted, and never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comodit_client._commands import templates
from comodit_client.cli.inputs.templates import filled
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.inputs.conftest import Editor
from tests.sandbox.world import World

ADD = ("environments", "add", "OOO")
UPDATE = ("environments", "update", "OOO", "Default")
TEMPLATE = "# The name.\nname: NAME\n\n# Optional:\n# description: text\n"


@pytest.fixture(autouse=True)
def _templates(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {
        "Environment": TEMPLATE,
        "Host": "name: web\norganization: ORG\n# environment: ENV\nplatform: P\n",
        "Distribution": "name: d\nsettings:\n  - key: a\n    value: b\n# files:\n",
    }
    monkeypatch.setattr(templates, "TEMPLATES", made)


def left(drafts: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in drafts.iterdir()]


def test_an_object_is_created_from_a_template(cli: Run, editor: Editor, drafts: Path) -> None:
    editor.plan(["replace", "NAME", "Prüfung"])
    result = cli(*ADD, "-o", "yaml")
    assert (result.status, result.err) == (0, "")
    assert "name: Prüfung" in result.out
    assert editor.seen == [[".yaml", TEMPLATE, ["-w"], "0o600"]]
    assert left(drafts) == []


def test_visual_precedes_editor(cli: Run, editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor.command)
    monkeypatch.setenv("EDITOR", "/missing")
    editor.plan(["replace", "NAME", "Prod"])
    assert cli(*ADD).status == 0


def test_an_update_begins_with_the_object(cli: Run, editor: Editor) -> None:
    cli(*ADD, "-j", json.dumps({"name": "Prod", "description": "two\nlines"}))
    editor.plan(["replace", "  lines", "  rows"])
    result = cli("environments", "update", "OOO", "Prod", "-o", "yaml")
    assert (result.status, result.err) == (0, "")
    assert editor.texts == ["name: Prod\ndescription: |-\n  two\n  lines\n"]
    assert cli("environments", "show", "OOO", "Prod", "--raw").json["description"] == "two\nrows"


@pytest.mark.parametrize("flag", ["--raw", "-ojson"])
def test_with_json_output_the_object_is_json(cli: Run, editor: Editor, flag: str) -> None:
    editor.plan(["replace", '"Default"', '"Prod"'])
    assert cli(*UPDATE, flag).json["name"] == "Prod"
    [[suffix, text, *_]] = editor.seen
    assert (suffix, json.loads(text)["name"]) == (".json", "Default")


@pytest.mark.parametrize(
    "step", [["keep"], ["write", ""], ["write", "# only\n\n  # comments\n"]], ids=["unchanged", "empty", "comments"]
)
@pytest.mark.parametrize("words", [ADD, UPDATE], ids=["add", "update"])
def test_nothing_is_sent_without_a_change(
    cli: Run, editor: Editor, drafts: Path, words: tuple[str, ...], step: list[str]
) -> None:
    editor.plan(step)
    result = cli(*words)
    assert (result.status, result.out, result.err) == (0, "", "Nothing was changed.\n")
    assert len(editor.seen) == 1
    assert left(drafts) == []


def test_saving_without_a_change_changes_nothing(cli: Run, editor: Editor) -> None:
    editor.plan(["write", TEMPLATE.replace("\n", "\r\n")])
    assert cli(*ADD).err == "Nothing was changed.\n"


def test_quiet_hides_the_note(cli: Run, editor: Editor) -> None:
    editor.plan(["keep"])
    assert cli(*ADD, "-q").err == ""


def test_an_invalid_text_is_opened_again(cli: Run, editor: Editor, drafts: Path) -> None:
    editor.plan(["write", "name: a\n b: c\n"], ["replace", " b: c", "b: [c"], ["replace", "b: [c", "description: c"])
    assert cli(*ADD, "--raw").json["description"] == "c"
    _, first, second = editor.texts
    assert first == (
        "#> Cannot read the document: line 4, column 3: mapping values are not allowed here. Correct the document.\n"
        "#> Correct it and save, or close the editor without saving to give up.\n"
        "name: a\n b: c\n"
    )
    # The message names the line as it is in the editor.
    assert first.splitlines()[3] == " b: c"
    assert second.count("#> Cannot read") == 1
    assert left(drafts) == []


def test_a_rejected_document_is_opened_again(cli: Run, editor: Editor, drafts: Path) -> None:
    editor.plan(["write", "name: Default\n"], ["replace", "name: Default", "name: Prod"])
    assert cli(*ADD, "--raw").json["name"] == "Prod"
    assert editor.texts[1].startswith("#> ")
    assert "409" in editor.texts[1]
    assert editor.texts[1].endswith("\nname: Default\n")
    assert left(drafts) == []


def test_a_mask_is_opened_again(cli: Run, editor: Editor) -> None:
    editor.plan(["write", "name: Prod\ndescription: '***'\n"], ["replace", "'***'", "real"])
    assert cli(*ADD, "--raw").json["description"] == "real"
    assert "the value of description is masked" in editor.texts[1]


def test_json_may_have_the_message_on_top(cli: Run, editor: Editor) -> None:
    editor.plan(["write", '{"name": }'], ["replace", '{"name": }', '{"name": "Prod"}'])
    assert cli(*UPDATE, "--raw").json["name"] == "Prod"
    assert editor.texts[1].startswith("#> Cannot read the document: line 3, column 10: expecting value.")


@pytest.mark.parametrize(
    ("text", "status"), [("name: [\n", 2), ("name: Default\n", 5), ("- a\n", 2)], ids=["invalid", "rejected", "array"]
)
def test_who_gives_up_loses_nothing(cli: Run, editor: Editor, drafts: Path, text: str, status: int) -> None:
    editor.plan(["write", text], ["keep"])
    result = cli(*ADD)
    assert (result.status, result.out) == (status, "")
    assert "Nothing was changed." in result.err
    [kept] = drafts.iterdir()
    assert f"What you wrote is kept in {kept}." in result.err
    assert kept.read_text(encoding="utf-8").endswith(text)


def test_a_failing_editor_loses_nothing(cli: Run, editor: Editor, drafts: Path) -> None:
    editor.plan(["fail", "name: Prod\n"])
    result = cli(*ADD)
    assert result.status == 1
    assert "Editing failed. Set $VISUAL or $EDITOR" in result.err
    assert str(next(drafts.iterdir())) in result.err
    assert left(drafts) == ["name: Prod\n"]


@pytest.mark.parametrize("command", ["/missing/editor", "'unbalanced"])
def test_an_editor_that_does_not_run(
    cli: Run, editor: Editor, drafts: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", command)
    result = cli(*ADD)
    assert result.status == 1
    assert "Set $VISUAL or $EDITOR" in result.err
    assert left(drafts) == []


def test_text_that_is_not_utf8_is_kept(cli: Run, editor: Editor, drafts: Path) -> None:
    editor.plan(["bytes", [*b"name: a\nd: ", 0xE9]])
    result = cli(*ADD)
    assert result.status == 2
    assert "line 2 is not UTF-8" in result.err
    assert next(drafts.iterdir()).read_bytes() == b"name: a\nd: \xe9"


def test_a_removed_file_fails(cli: Run, editor: Editor) -> None:
    editor.plan(["remove"])
    result = cli(*ADD)
    assert result.status == 1
    assert "after editing: No such file or directory" in result.err


def test_a_failing_server_loses_nothing(
    cli: Run, editor: Editor, drafts: Path, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMODIT_API", "http://127.0.0.1:9/api")
    editor.plan(["replace", "NAME", "Prod"])
    result = cli(*ADD)
    assert result.status == 1
    assert len(editor.seen) == 1
    assert left(drafts) == [TEMPLATE.replace("NAME", "Prod")]


def test_other_credentials_are_no_reason_to_open_it_again(
    cli: Run, editor: Editor, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMODIT_PASSWORD", "wrong")
    editor.plan(["replace", "NAME", "Prod"])
    assert cli(*ADD).status == 4
    assert len(editor.seen) == 1
    assert left(drafts) == [TEMPLATE.replace("NAME", "Prod")]


def test_a_dry_run_shows_what_was_written(cli: Run, editor: Editor) -> None:
    editor.plan(["replace", "NAME", "Prod"])
    assert cli(*ADD, "--dry-run").out == 'POST /organizations/OOO/environments/\n{\n    "name": "Prod"\n}\n'
    assert [one["name"] for one in cli("environments", "list", "OOO", "--raw").json] == ["Default"]


def test_a_host_knows_where_it_is(cli: Run, editor: Editor) -> None:
    editor.plan(["keep"])
    cli("hosts", "add", "OOO", "Default")
    assert editor.texts == ["name: web\norganization: OOO\nenvironment: Default\nplatform: P\n"]


def test_a_flavor_brings_the_settings(world: World, run: Run, editor: Editor) -> None:
    [flavor, *_] = run("flavors", "list", "--raw").json
    keys = [one["key"] for one in run("flavors", "show", flavor["name"], "--raw").json["parameters"]]
    assert keys
    editor.plan(["keep"])
    run("distributions", "add", "OOO", "--flavor", flavor["name"])
    [text] = editor.texts
    assert [line.partition("key: ")[2] for line in text.splitlines() if "key: " in line] == keys
    assert text.endswith("# files:\n")


def test_a_template_without_the_member_gets_it() -> None:
    assert filled("name: a", {"x": [1]}) == "name: a\nx:\n  - 1\n"
    assert filled("", {"x": 1}) == "x: 1\n"
    assert filled("# x:\n#   - a\n#   - b\ny: 1\n", {"x": "\\1"}) == "x: \\1\ny: 1\n"


def test_an_object_without_a_template_begins_empty(cli: Run, editor: Editor) -> None:
    editor.plan(["write", "key: port\nvalue: 80\n"])
    assert cli("organizations", "settings", "add", "OOO", "--raw").json["value"] == 80
    assert editor.texts == [""]


MANAGED = {
    ("organizations", "update", "OOO"): {"uuid", "version", "access", "environments", "groups", "settings"},
    ("hosts", "update", "OOO", "Default", "web"): {
        *("uuid", "version", "organization", "state", "settings", "distribution", "platform")
    },
    ("applications", "update", "OOO", "App"): {"uuid", "version", "organization", "files", "parameters", "locked"},
    ("platforms", "update", "OOO", "Plat"): {"uuid", "version", "organization", "settings", "files", "parameters"},
    ("organizations", "jobs", "update", "OOO", "job"): {"uuid", "version", "organization"},
    ("organizations", "webhooks", "update", "OOO", "hook"): {"uuid", "version", "organization"},
    ("organizations", "hostgroups", "update", "OOO", "webs"): {"uuid", "version", "organization"},
    ("organizations", "application-keys", "update", "OOO", "key"): {"uuid", "token", "creator", "organization"},
}


@pytest.mark.parametrize("words", MANAGED, ids=" ".join)
def test_members_of_the_server_are_not_edited(world: World, run: Run, words: tuple[str, ...]) -> None:
    sent = run(*words, "--set", "new.member=1", "--dry-run", "--raw").json["body"]
    shown = run(*("show" if word == "update" else word for word in words), "--raw").json
    assert sent["name"] == shown["name"]
    assert MANAGED[words].isdisjoint(sent)
    assert sent["new"] == {"member": 1}
    assert len(shown.keys() - sent.keys()) >= 2
